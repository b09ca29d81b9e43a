@testable import Casework

extension HardFamily {
  static let households: [HardFamily] = [
    HardFamily("三世代の8050") { f in
      let mother = f.woman("ハル", 1944, [], ["要介護１", "年金"])
      let father = f.man("勇", 1940, dead: 2019)
      f.join(father, mother, from: 1968)
      let (son, daughter) = (f.man("太郎", 1973, [.subject], ["無職", "ひきこもり１５年"]), f.woman("恵子", 1970))
      f.children([father, mother], [daughter, son])
      let husband = f.man("正", 1968)
      f.join(husband, daughter)
      let grandchildren = [f.man("翔", 1998), f.woman("舞", 2001)]
      f.children([husband, daughter], grandchildren)
      f.home("本人の世帯", [mother, son, grandchildren[1]])
      f.genogram.ties = [
        EmotionalTie(mother, son, .fused), EmotionalTie(son, daughter, .cutOff), EmotionalTie(husband, son, .emotionalAbuse),
      ]
    },
    HardFamily("世帯の中の加害者") { f in
      let (abuser, mother) = (f.man("害男", 1978), f.woman("逃子", 1982, [.subject]))
      f.join(abuser, mother, .separation)
      let (first, second) = (f.woman("守子", 2010), f.man("守男", 2014))
      f.children([abuser, mother], [first, second], custody: mother)
      let (earlier, half) = (f.man("前夫", 1980), f.man("前太", 2004))
      f.join(earlier, mother, .divorce, from: 2003)
      f.children([earlier, mother], [half], custody: mother)
      let grandmother = f.woman("祖母乃", 1955)
      f.children([grandmother], [mother])
      f.home("本人の世帯", [abuser, mother, first, second, half])
      f.genogram.ties = [EmotionalTie(abuser, mother, .physicalAbuse), EmotionalTie(abuser, first, .control)]
    },
    HardFamily("同居するきょうだいの世帯") { f in
      let (father, mother) = (f.man("親一", 1945, dead: 2015), f.woman("親子", 1947))
      f.join(father, mother)
      let (a, b, c) = (f.man("兄一", 1970), f.woman("中枝", 1973, [.subject]), f.man("弟三", 1976))
      f.children([father, mother], [a, b, c])
      let (wifeA, wifeC) = (f.woman("妻一", 1971), f.woman("妻三", 1980))
      f.join(a, wifeA)
      f.join(c, wifeC)
      let kidsA = [f.man("甥一", 2000), f.woman("姪一", 2003)]
      let kidsC = [f.man("甥二", 2010)]
      f.children([a, wifeA], kidsA)
      f.children([c, wifeC], kidsC)
      f.home("兄の世帯", [a, wifeA] + kidsA)
      f.home("本人の世帯", [mother, b])
      f.home("弟の世帯", [c, wifeC] + kidsC)
    },
    HardFamily("施設で暮らす人") { f in
      let (father, mother) = (f.man("老男", 1938), f.woman("老女", 1941))
      f.join(father, mother)
      let (a, b, c) = (f.woman("長枝", 1965), f.man("障一", 1968, [.subject], ["療育手帳Ａ"]), f.man("三男", 1972))
      f.children([father, mother], [a, b, c])
      f.home("架空ホーム", [mother], isInstitution: true)
      f.home("架空の里", [b], isInstitution: true)
      f.home("実家", [father, a, c])
    },
    HardFamily("祖父母が育てる", crossings: 1) { f in
      let (grandfather, grandmother) = (f.man("祖父郎", 1950), f.woman("祖母江", 1952, [.keyPerson]))
      f.join(grandfather, grandmother)
      let (mother, aunt) = (f.woman("娘子", 1980, [], ["行方不明"]), f.woman("叔美", 1984))
      f.children([grandfather, grandmother], [mother, aunt])
      let father = f.man("元夫", 1978)
      f.join(father, mother, .divorce)
      let children = [f.man("孫一", 2008, [.subject]), f.woman("孫二", 2011)]
      f.children([father, mother], children)
      f.children([grandfather, grandmother], [children[0]], .adopted)
      f.children([grandmother], [children[1]], .guardian)
      f.home("本人の世帯", [grandfather, grandmother] + children)
    },
    HardFamily("囲みが割れるステップファミリー") { f in
      let (his, hers) = (f.man("再男", 1975), f.woman("再子", 1978, [.subject]))
      let (exWife, exHusband) = (f.woman("前妻", 1976), f.man("前夫", 1977))
      f.join(his, exWife, .divorce, from: 2000)
      f.join(exHusband, hers, .divorce, from: 2002)
      f.join(his, hers, from: 2015)
      let hisChildren = [f.man("連一", 2001), f.woman("連二", 2004), f.man("連三", 2006)]
      let herChildren = [f.woman("連四", 2003), f.man("連五", 2005)]
      let common = [f.man("共一", 2016)]
      f.children([his, exWife], [hisChildren[0], hisChildren[2]], custody: his)
      f.children([his, exWife], [hisChildren[1]], custody: exWife)
      f.children([exHusband, hers], [herChildren[0]], custody: exHusband)
      f.children([exHusband, hers], [herChildren[1]], custody: hers)
      f.children([his, hers], common)
      f.home("再婚した世帯", [his, hers, hisChildren[0], hisChildren[2], herChildren[1]] + common)
      f.home("前妻の世帯", [exWife, hisChildren[1]])
    },
    HardFamily("一人だけ") { f in
      f.home("本人の世帯", [f.man("独", 1950, [.subject])])
    },
    HardFamily("つながりのわからない人たち") { f in
      let person = f.woman("主", 1960, [.subject])
      let sister = f.woman("姉", 1955)
      f.genogram.siblings.append(SiblingBond(person, sister))
      let half = f.add(nil, .male, nil, [.unknown], relation: "兄弟姉妹")
      f.genogram.siblings.append(SiblingBond(person, half))
      _ = f.add("伯", .male, 1930, relation: "おじ・おば", generation: 1)
      let mate = f.add("同", .unknown, nil, [.nonFamily], relation: "同居人")
      _ = f.add(nil, .female, nil, dead: 2001, relation: "祖母", generation: 2)
      f.home("本人の世帯", [person, mate])
    },
  ]
}
