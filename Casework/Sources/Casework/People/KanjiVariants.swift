/// 「異体字」 Old, popular and confused forms of kanji in names, each with the form that stands for it in a ``NameKey``.
///
/// Pairs that are one character by canonical equivalence (U+FA10 塚 and the like) need no line here.
/// 斎/斉/齋 are different characters that families and clerks use for one another; so are 島/嶋 and 坂/阪 is not in the list.
enum KanjiVariants {
  static let modern: [Unicode.Scalar: Unicode.Scalar] = {
    var table: [Unicode.Scalar: Unicode.Scalar] = [:]
    for group in groups.split(separator: " ") {
      let scalars = Array(group.unicodeScalars)
      for old in scalars.dropFirst() { table[old] = scalars[0] }
    }
    return table
  }()

  /// Each group begins with the form of the key.
  private static let groups = """
    斎斉齋齊 辺邊邉 高髙 崎﨑嵜碕 浜濱濵 沢澤 桜櫻 広廣 国國 学學斈 真眞 徳德 恵惠 竜龍 滝瀧 島嶋嶌 岳嶽 万萬 与與 蔵藏 浅淺 吉𠮷 土圡 増增 曽曾 会會 栄榮 円圓 仏佛 渋澁澀 関關 鉄鐵 塩鹽 荘莊庄 \
    桧檜 峰峯 柳栁桺 凜凛 濤涛 条條 実實 寿壽 壮壯 豊豐 寛寬 静靜 弥彌 礼禮 黒黑 晋晉 槙槇 瑶瑤 亜亞 富冨 橋槗𣘺 郷鄕鄉 来來 村邨 野埜 館舘 船舩 将將 即卽 青靑 清淸 尭堯 遥遙 渕淵渊 \
    鴎鷗 祢禰 壱壹 伝傳 応應 園薗 穂穗 昇曻 桑桒 検檢 児兒 塁壘 巣巢 巌巖 徴徵 暁曉 横橫 温溫 焼燒 獣獸 福褔 薫薰 衛衞 覚覺 譲讓 錬鍊 録錄 駅驛 騒騷 鶏鷄 麦麥 黄黃 弁辨瓣辯 団團 \
    図圖 声聲 売賣 変變 宝寶 専專 対對 帰歸 庁廳 当當 従從 恋戀 戦戰 拝拜 数數 断斷 旧舊 昼晝 枢樞 楽樂 様樣 権權 欧歐 歓歡 気氣 沖冲 涼凉 湾灣 満滿 灯燈 点點 独獨 画畫 番畨 \
    秀秂 称稱 竪豎 糸絲 経經 絵繪 続續 総總 緑綠 縁緣 縄繩 繊纖 聡聰 芦蘆 芸藝 茎莖 蛍螢 装裝 訳譯 読讀 諌諫 豪䝤 賢贒 転轉 辞辭 遠逺 遅遲 鎮鎭 険險 隠隱 霊靈 頼賴 顕顯 飯飰 \
    駆驅 鯵鰺 麹麴 梅楳 杉杦 松枩 檪櫟 藤籘 脇脅 体體 柿柹 歯齒 原厡 場塲 卯夘 勇勈 剣劍劔 勲勳 双雙 収收 参參 舎舍 姉姊 嬢孃 宮宫 岩嵓 幸倖 強强 彦彥 悦悅 教敎 歩步 毎每 瀬瀨 \
    煕熙 瓶甁 研硏 禄祿 穣穰 薮藪 虎乕 蝉蟬 説說 迫廹 郎郞
    """
}
