@testable import Casework

extension HardFamily {
  static let all: [HardFamily] = couples + households + wide

  static let couples: [HardFamily] = [
    HardFamily("父のちがうきょうだい四人") { f in
      let mother = f.woman("花子", 1980, [.subject], ["パート勤務"])
      let fathers = [f.man("一郎", 1975), f.man("二郎", 1978), f.man("三郎", 1979), f.man("四郎", 1985)]
      let children = [f.man("春男", 2000), f.woman("夏子", 2004), f.man("秋男", 2009), f.woman("冬子", 2016)]
      for (at, father) in fathers.enumerated() {
        f.join(father, mother, at == 3 ? .commonLaw : at == 1 ? .endedCohabitation : .divorce, from: 1999 + 4 * at)
        f.children([father, mother], [children[at]], custody: at < 3 ? mother : nil)
      }
      f.home("本人の世帯", [mother, fathers[3]] + children.suffix(3))
    },
    HardFamily("二度の再婚") { f in
      let (grandfather, grandmother) = (f.man("大介", 1935, dead: 2010), f.woman("サト", 1938, [], ["要介護２"]))
      let person = f.man("健", 1962, [.subject, .keyPerson], ["自営業", "高血圧"])
      let wives = [f.woman("和子", 1963), f.woman("良子", 1966, dead: 2005), f.woman("美子", 1972)]
      f.join(grandfather, grandmother, from: 1960)
      f.children([grandfather, grandmother], [person])
      f.join(person, wives[0], .divorce, from: 1985, to: 1992)
      f.join(person, wives[1], from: 1994, to: 2005)
      f.join(person, wives[2], from: 2008)
      let first = [f.man("一太", 1986), f.woman("二美", 1989)]
      f.children([person, wives[0]], first, custody: wives[0])
      let second = [f.woman("三恵", 1996)]
      f.children([person, wives[1]], second)
      let third = [f.man("四季", 2009), f.man("五月", 2012)]
      f.children([person, wives[2]], third)
      f.home("本人の世帯", [grandmother, person, wives[2]] + second + third)
    },
    HardFamily("双子") { f in
      let (father, mother) = (f.man("父雄", 1985), f.woman("母代", 1987, [.subject]))
      f.join(father, mother)
      let eldest = f.woman("長子", 2010)
      let identical = [f.man("双一", 2014), f.man("双二", 2014)]
      let fraternal = [f.woman("並子", 2018), f.man("並男", 2018)]
      let baby = f.add(nil, .unknown, nil, form: .pregnancy)
      f.children([father, mother], [eldest])
      f.children([father, mother], identical, twins: 1, twinKind: .identical)
      f.children([father, mother], fraternal, twins: 2, twinKind: .fraternal)
      f.children([father, mother], [baby])
      f.home("本人の世帯", [father, mother, eldest] + identical + fraternal)
    },
    HardFamily("里子") { f in
      let (father, mother) = (f.man("里夫", 1970), f.woman("里江", 1972, [.keyPerson]))
      f.join(father, mother)
      let own = f.man("実", 1999)
      let child = f.woman("預子", 2015, [.subject])
      let (birthMother, birthFather) = (f.woman("生代", 1995, [], ["Ｙ市"]), f.man("生男", 1990))
      f.join(birthFather, birthMother, .divorce)
      f.children([father, mother], [own])
      f.children([father, mother], [child], .foster)
      f.children([birthFather, birthMother], [child])
      f.home("里親の世帯", [father, mother, own, child])
    },
    HardFamily("同性の二人と養子") { f in
      let (a, b) = (f.woman("葵", 1980, [.subject]), f.woman("楓", 1984))
      f.join(a, b, .commonLaw, from: 2012)
      let (c, d) = (f.man("蓮", 1978), f.man("樹", 1975))
      f.join(c, d, .engagement)
      let parents = (f.man("松男", 1950), f.woman("竹子", 1952))
      f.join(parents.0, parents.1)
      f.children([parents.0, parents.1], [b, d])
      let child = f.add("空", .notAnswered, 2016)
      f.children([a, b], [child], .adopted)
      f.home("本人の世帯", [a, b, child])
    },
    HardFamily("父がわからない") { f in
      let (grandfather, grandmother) = (f.man("祖一", 1950, dead: 2015), f.woman("祖乃", 1953))
      f.join(grandfather, grandmother)
      let mother = f.woman("母恵", 1985, [.subject])
      let brother = f.man("弟", 1988)
      f.children([grandfather, grandmother], [mother, brother])
      let unknown = f.add(nil, .male, nil, [.unknown])
      let husband = f.man("今夫", 1983)
      f.join(husband, mother, from: 2015)
      let (first, second, third) = (f.man("先太", 2005), f.woman("中子", 2008), f.man("末太", 2017))
      f.children([unknown, mother], [first])
      f.children([mother], [second])
      f.children([husband, mother], [third])
      f.home("本人の世帯", [husband, mother, first, second, third])
    },
    HardFamily("いとこどうしの結婚") { f in
      let (top, wife) = (f.man("本家", 1920, dead: 1990), f.woman("本家妻", 1924, dead: 2000))
      f.join(top, wife)
      let (one, two) = (f.man("長一", 1945, dead: 2018), f.woman("次枝", 1948))
      f.children([top, wife], [one, two])
      let (oneWife, twoHusband) = (f.woman("嫁子", 1947), f.man("婿男", 1944))
      f.join(one, oneWife)
      f.join(twoHusband, two)
      let (his, hers) = (f.man("従一", 1970, [.subject]), f.woman("従子", 1973))
      let (hisSister, hersBrother) = (f.woman("従姉", 1968), f.man("従弟", 1976))
      f.children([one, oneWife], [his, hisSister])
      f.children([twoHusband, two], [hers, hersBrother])
      f.join(his, hers, from: 1998)
      f.children([his, hers], [f.man("曾一", 2000), f.woman("曾子", 2003)])
      f.home("本人の世帯", [his, hers, oneWife])
    },
  ]
}
