import Casework
import Testing

struct MunicipalityCodeTests {
  @Test(arguments: ["332151", "152048", "352152", "112275", "272272", "141003", "122033", "011002", "３３２１５１"])
  func `検査数字が正しい団体コードは受け取る`(code: String) {
    #expect(MunicipalityCode(code) != nil)
  }

  @Test(arguments: ["332152", "33215", "3321510", "33215a", "", "美作市", "332 152"])
  func `検査数字が合わない団体コードは受け取らない`(code: String) {
    #expect(MunicipalityCode(code) == nil)
  }

  @Test func `表計算ソフトが落とした先頭の0と検査数字を補う`() {
    #expect(MunicipalityCode(ruined: "11002")?.digits == "011002")
    #expect(MunicipalityCode(ruined: "33215")?.digits == "332151")
    #expect(MunicipalityCode(ruined: "1100")?.digits == "011002")
    #expect(MunicipalityCode(ruined: "332152") == nil)
    #expect(MunicipalityCode(ruined: "3.3E4") == nil)
  }

  @Test func `法人番号は検査数字まで確かめる`() {
    #expect(CorporationNumber("3040005004064") != nil)
    #expect(CorporationNumber("5040005004062") != nil)
    #expect(CorporationNumber("2010505000616") != nil)
    #expect(CorporationNumber("3040005004065") == nil)
    #expect(CorporationNumber("3.04E+12") == nil)
    #expect(CorporationNumber("040005004064") == nil)
  }
}
