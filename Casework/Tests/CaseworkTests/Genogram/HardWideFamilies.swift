@testable import Casework

extension HardFamily {
  static let wide: [HardFamily] = [
    HardFamily("子ども十二人") { f in
      let (father, mother) = (f.man("大父", 1960), f.woman("大母", 1963, [.subject]))
      f.join(father, mother)
      let children = (0..<12).map { at in at.isMultiple(of: 2) ? f.man("子\(at + 1)", 1984 + 2 * at) : f.woman("子\(at + 1)", 1984 + 2 * at) }
      f.children([father, mother], children)
      f.home("本人の世帯", [father, mother] + children.suffix(4))
    },
    HardFamily("曾祖母まで") { f in
      let great = f.woman("曾祖母", 1925, [], ["百寿"])
      let greatHusband = f.man("曾祖父", 1920, dead: 1980)
      f.join(greatHusband, great)
      let (grandfather, grandmother) = (f.man("祖父", 1948), f.woman("祖母", 1950))
      f.children([greatHusband, great], [grandfather])
      f.join(grandfather, grandmother)
      let (father, mother, uncle) = (f.man("父", 1973), f.woman("母", 1975), f.man("叔父", 1979, [], ["精神科通院中"]))
      f.children([grandfather, grandmother], [father, uncle])
      f.join(father, mother, .separation)
      let (maternal, maternalWife) = (f.man("外祖父", 1945, dead: 2000), f.woman("外祖母", 1947))
      f.join(maternal, maternalWife)
      f.children([maternal, maternalWife], [mother])
      let children = [f.man("本", 2005, [.subject], ["不登校"]), f.woman("妹", 2009)]
      f.children([father, mother], children, custody: mother)
      f.home("本人の世帯", [great, grandfather, grandmother, uncle, children[0]])
      f.home("母の世帯", [mother, children[1]])
    },
    HardFamily("夫婦それぞれのきょうだい") { f in
      let (hf, hm, wf, wm) = (f.man("夫父", 1940, dead: 2001), f.woman("夫母", 1942), f.man("妻父", 1943), f.woman("妻母", 1946, dead: 2020))
      f.join(hf, hm)
      f.join(wf, wm)
      let his = [f.man("夫", 1966, [.subject]), f.woman("夫妹", 1969), f.man("夫弟", 1972)]
      let hers = [f.man("妻兄", 1965), f.woman("妻", 1968), f.woman("妻妹", 1971)]
      f.children([hf, hm], his)
      f.children([wf, wm], hers)
      f.join(his[0], hers[1])
      let brotherWife = f.woman("弟嫁", 1975)
      f.join(his[2], brotherWife)
      let children = [f.man("長", 1995), f.woman("次", 1998)]
      f.children([his[0], hers[1]], children)
      f.children([his[2], brotherWife], [f.woman("姪", 2003)])
      f.home("本人の世帯", [hm, his[0], hers[1]] + children)
    },
    HardFamily("離婚した二親とそれぞれの再婚") { f in
      let (father, mother) = (f.man("父夫", 1976), f.woman("母女", 1978))
      f.join(father, mother, .divorce, from: 2000, to: 2012)
      let (a, b) = (f.woman("姉", 2001, [.subject]), f.man("弟", 2004))
      f.children([father, mother], [a], custody: mother)
      f.children([father, mother], [b], custody: father)
      let (newWife, newHusband) = (f.woman("後妻", 1984), f.man("後夫", 1980))
      f.join(father, newWife, from: 2014)
      f.join(newHusband, mother, .commonLaw, from: 2015)
      f.children([father, newWife], [f.woman("異妹", 2016)])
      let halfBrother = f.man("異弟", 2018)
      f.children([newHusband, mother], [halfBrother])
      let earlier = f.woman("前々妻", 1975)
      f.join(newHusband, earlier, .endedCohabitation, from: 2003)
      f.children([newHusband, earlier], [f.man("連子", 2005)])
      f.home("母の世帯", [mother, newHusband, a, halfBrother])
    },
    HardFamily("おじとめいの家") { f in
      let (top, topWife) = (f.man("総", 1915, dead: 1985), f.woman("総妻", 1918, dead: 1999))
      f.join(top, topWife)
      let (older, younger) = (f.man("長男", 1940, dead: 2010), f.man("末男", 1955, [.subject]))
      f.children([top, topWife], [older, younger])
      let olderWife = f.woman("長嫁", 1943)
      f.join(older, olderWife)
      let niece = f.woman("姪子", 1968)
      let nephew = f.man("甥男", 1972)
      f.children([older, olderWife], [niece, nephew])
      f.join(younger, niece, .commonLaw)
      f.children([younger, niece], [f.man("子", 1995)])
      f.home("本人の世帯", [younger, niece, olderWife])
    },
  ]
}
