/// Japanese for the fields that a refusal named in the audit log (「入力の誤り」), as the forms show them.
///
/// One name may stand on several forms: then the word that fits them all.
enum AuditFieldWording {
  /// The labels of a list of fields, each once; one that has no label here is told as such.
  static func labels<S: Sequence>(_ fields: S) -> String where S.Element: StringProtocol {
    var seen: Set<String> = []
    return fields.map { label(String($0)) }.filter { seen.insert($0).inserted }.joined(separator: "、")
  }

  /// `comment-12`, `words_3` and `items-0-what` are one field of many lines.
  static func label(_ field: String) -> String {
    if let label = all[field] { return label }
    var rest = field[...]
    while let cut = rest.lastIndex(where: { "-_.:".contains($0) }) {
      rest = rest[..<cut]
      if let label = all[String(rest)] { return label }
    }
    return unknown
  }

  static let unknown = "そのほかの欄"

  private static let all = [
    "about": "していること", "abuse": "虐待の疑い", "abuse_reported_on": "虐待の通報日", "accompany": "初回の同行", "act": "いまはできない操作",
    "action": "実施すること", "active_from": "使い始める日", "active_until": "最後の日", "address": "住所・所在地", "advice": "つなぎ元への助言",
    "again": "新しいパスワード（確認）", "age": "年齢を書く所", "agencies": "利用している機関", "agency": "機関", "agreed": "本人の納得", "agreed_how": "同意の方法",
    "agreed_on": "同意した日", "agreement": "本人の納得", "anonymous": "匿名", "answer": "答え", "answer_due": "回答期限", "answered_by": "回答した人",
    "anxious": "本人の不安が強い", "application": "利用申込", "apply_now": "記録と同時に、段階を「利用申込」に進める", "area": "区域", "areas": "区域", "arrears": "滞納",
    "arrears_detail": "滞納・債務の内容と額", "ask": "問い", "asked": "依頼すること", "assets": "資産", "at": "時刻", "attainment_long": "長期の目標の達成状況",
    "attainment_long_note": "長期の目標について", "attainment_short": "短期の目標の達成状況", "attainment_short_note": "短期の目標について",
    "attended": "出席した人", "author": "作成担当者", "background": "相談の経緯", "barred_agency": "加害者とつながりのある機関", "basis": "根拠", "birth": "生年月日",
    "birth_date": "生年月日", "body": "会議体", "caller_family_relation": "続柄", "caller_name": "来談者の氏名", "caller_phone": "来談者の電話",
    "caller_relation": "来談者と本人の関係", "care_level": "要介護認定", "case": "事例番号", "case_number": "事例番号", "case_numbers": "だれの記録か（事例番号）",
    "cause": "原因", "chair": "議長", "changes": "変更の内容", "channel": "相談経路", "charge": "担当", "checklist_words": "目安についての補足",
    "chief_complaint": "本人の主訴", "children": "子ども", "cleared": "住所などを知る必要のある機関", "close_reason": "終結の理由", "close_words": "終結の理由の説明",
    "closing": "締切", "code": "番号", "collects": "会議のあとの回収", "comment": "コメント", "community_note": "地域とのつながりの様子",
    "community_relation": "地域との関係", "compound_types": "世帯の複合課題の型", "concern": "困りごと", "concern_text": "具体的な内容・希望",
    "concerns": "困りごと", "conditions": "条件", "confirmation": "確認", "confirmed": "確認の印", "confirms_rest": "ほかの支援の内容を確認した",
    "consent_exclusions": "共有を望まない機関・事項", "consent_explained_by": "説明した人", "consent_on": "同意日", "consent_outlook": "同意に向けた見込み・方針",
    "consent_signature": "同意の方法", "consent_text_version": "同意文の版", "consultation": "渡す相談受付", "contact_note": "連絡してよい時間帯・方法",
    "content": "決定の内容", "coordinator": "多機関協働の担当", "copies": "紙で配る部数", "corporation_number": "法人番号", "correction_reason": "訂正の理由",
    "counterpart": "相手", "created_on": "作成日", "criterion": "多機関協働につなぐ目安", "current": "今のパスワード", "dead": "亡くなった人", "debts": "債務",
    "decided_on": "決定日", "decider_name": "決定者の氏名", "decider_title": "決定者の職", "decision": "扱い", "delivery": "実施方法",
    "description": "本人について分かること", "direction": "支援の方向性", "disclosure_risk": "本人に知られた場合のリスク", "discussion": "検討内容", "done": "行ったか",
    "done_on": "確かめた日", "drafted_on": "作成日", "drawn_on": "いつの状況か", "due": "期限", "due_on": "回答期限", "education": "最終学歴",
    "education_end": "学歴の区分", "effective_on": "異動の日", "email": "メール", "emergency": "緊急の扱い", "emergency_kinds": "緊急の種類",
    "end_reason": "終える理由", "ended": "終わったもの", "ended_on": "終わった日", "evaluator": "評価者", "event": "どうしますか", "event_on": "いつ",
    "event_until": "いつまで", "event_who": "どなたのこと", "event_words": "どのようなこと", "excluded": "共有を望まない機関",
    "exclusions": "共有を望まない事項・ほかの機関や人", "exit": "終了の区分", "explained_by": "説明した職員", "explained_on": "説明した日", "facts": "内容（事実）",
    "fax": "FAX", "field": "分野", "file": "ファイル", "find_agency": "一覧にない機関を名前で探す", "finding": "確認の結果", "findings": "見られた変化",
    "first_contact_on": "初回相談日", "follow_up_how": "フォローアップの方法", "follow_up_on": "フォローアップの日", "former": "退職・異動した人も含める",
    "formulation": "背景・要因の見立て", "frequency": "頻度", "from": "始まりの日", "from_on": "開始", "from_to": "時期", "gaps": "足りない社会資源",
    "given_on": "同意した日", "goal": "目標", "goal_long": "長期の目標", "goal_short": "短期の目標", "goal_words": "目標の達成", "ground": "移す根拠",
    "guardianship": "成年後見", "handbook_grade": "手帳の級・判定", "handbooks": "障害手帳等", "handling": "本人への対応", "happened": "起きた日・期間",
    "harmless": "残っていることばは、この事例の人や場所のことではない", "health": "健康・障害・手帳", "held_at": "時刻", "held_on": "日付", "hours": "時間",
    "household": "世帯の方", "household_size": "世帯人数", "housing": "住まい", "housing_state": "住まいの状態", "how": "同意の方法", "how_to_ask": "頼み方",
    "identity": "本人確認の方法", "identity_words": "本人確認の補足", "income_household": "世帯の収入（月額・円）", "income_kinds": "収入の種類・公的給付",
    "income_self": "本人の収入（月額・円）", "info_source": "情報源", "initials": "氏名を頭文字にする", "insurance": "健康保険", "interrupt_reason": "中断の理由",
    "interrupt_words": "中断の理由の説明", "involved": "関わっている機関", "is_application": "利用申込（様式1-1）を兼ねる",
    "is_bad_purpose": "不正の目的で行われたおそれがある", "is_main": "主担当", "is_money": "財産的被害のおそれがある", "is_programme_section": "市の事業担当課",
    "is_sensitive": "要配慮個人情報を含む", "issue": "課題", "issues": "課題と背景要因", "issues_by_person": "だれの課題か", "item": "議題",
    "items": "漏えい等した項目", "job_title": "職名", "joint_set_up": "これからの協力の体制", "kana": "ふりがな", "key_person": "キーパーソン", "kind": "種類",
    "kinds": "記録の種類", "known_on": "知った日", "known_orgs": "既に関わっている機関", "last_day": "最後の日", "lead_agency": "主担当となる相談窓口",
    "lead_person": "主担当者", "left": "離れた方", "left_on": "いつまで", "level": "隠す範囲", "lives": "同居", "lives_together": "同居",
    "living_together": "同居者", "look": "確認", "looked": "確かめた印", "loop": "同居の囲み", "marital": "婚姻", "marriage": "結婚の線",
    "match": "あてはまる事例", "matters": "共有してよい事項", "medical": "通院先・主治医・病名・服薬・既往", "members": "世帯員", "met": "会えたか（訪問のとき）",
    "method": "対応方法", "minutes": "時間・会議の記録", "mode": "開催の方法", "monitor_on": "モニタリングの日", "name": "氏名・名称", "name_kana": "ふりがな",
    "named": "名前の残り", "names_staff": "職員の氏名を載せる", "need_outreach": "アウトリーチ等事業の必要性", "need_outreach_reason": "アウトリーチが必要な理由",
    "need_participation": "参加支援事業の必要性", "need_participation_reason": "参加支援が必要な理由", "needs_follow_up": "フォローアップの要否",
    "new": "新しいパスワード", "new_agency": "機関", "new_job": "職名", "new_kana": "ふりがな", "new_name": "氏名", "new_sign_in": "サインイン名",
    "new_template": "役割のひな形", "next_action": "次の対応", "next_due": "次の対応の期限", "next_how": "次の方法", "next_monitoring": "次のモニタリング",
    "next_on": "次の日付", "no_consent_note": "同意が得られない事情", "no_consent_reason": "同意が得られない理由", "no_fixed_address": "住所不定",
    "not_involved": "関わっていない", "not_taken": "引き受けないこと", "note": "備考・支援経過", "notes": "特記事項（連携上の注意）", "number": "番号",
    "occupation": "職業・学校", "on": "日付", "on_day": "終了した日", "one": "つなぐ相手", "opinion": "見立て・所感", "order": "並び順", "org": "作成機関",
    "other": "相手の方", "other_name": "通称・旧姓", "other_services": "他制度の利用", "others_complaint": "家族・関係者の訴え", "outcome": "結果",
    "outing": "外出の頻度", "outline": "概要", "outreach_began_on": "支援決定より前に始めた日", "outreach_began_reason": "先に始めた理由",
    "outreach_content": "アウトリーチ等の内容", "outreach_from": "アウトリーチ等の開始", "outreach_provider": "アウトリーチ等の担い手",
    "outreach_until": "アウトリーチ等の終了", "overdue": "回答期限切れだけ", "owner": "担い手", "owner_agency": "担う機関", "owner_name": "担う人",
    "paper": "添付済みのファイルから選ぶ", "participation_began_on": "支援決定より前に会った日", "participation_began_reason": "先に会った理由",
    "participation_content": "参加支援で行うこと", "participation_from": "参加支援の開始", "participation_kinds": "参加支援の内容",
    "participation_place": "受入れ先", "participation_provider": "参加支援の担い手", "participation_until": "参加支援の終了", "password": "パスワード",
    "past_consultation": "これまでの相談歴", "pension": "年金", "people": "人", "period_from": "期間の始まり", "period_to": "期間の終わり",
    "perpetrator": "記録のある方から選ぶ", "perpetrator_case": "加害者本人の事例番号", "perpetrator_words": "記録のない方のとき", "person": "だれの同意か",
    "person_name": "氏名", "person_view": "本人の評価・希望", "persons": "人数", "phone": "電話", "phone_home": "電話（自宅）",
    "phone_mobile": "電話（携帯）", "phone_note": "電話の注意", "place": "場所", "plan": "プラン", "planned_on": "予定の日",
    "pledged": "守秘の確認文に署名した紙を受け取りました", "points": "決めたいこと", "policy": "支援の方向性", "position": "職名・立場", "postal_code": "郵便番号",
    "prevention": "再発防止", "prior_at": "時刻", "prior_contact": "事前連絡", "prior_on": "連絡した日", "prior_with": "連絡した相手", "programme": "事業",
    "proxy_reason": "代筆の理由", "proxy_writer": "代筆者の氏名", "public_assistance": "生活保護世帯のときの、保護の実施機関", "publication": "公表",
    "q": "検索する言葉", "question": "聞きたいこと", "reason": "理由", "reason_code": "差戻しの理由", "received_at": "受付時刻", "received_by": "受付者",
    "received_on": "受け付けた日", "receiving_org": "受付機関", "recorder": "記録した人", "referral_reason": "つなぐ理由", "referrals": "つなぎを受ける機関だけ",
    "referrer_org": "紹介元の機関", "referrer_person": "紹介元の担当者", "relation": "本人から見た続柄", "relation_note": "続柄の補足",
    "relatives_apart": "別居の家族", "releases_earlier": "これまでの記録も共有する", "remaining": "残った課題", "remark": "この時の状況", "remarks": "備考",
    "reply": "答え", "reported_on": "結果報告日", "request_support_meeting": "支援会議での検討を求める", "requested_on": "請求を受けた日",
    "requester": "だれからの請求か", "requester_basis": "代理人の資格を確かめた書類", "requester_name": "請求した人の氏名", "resource_gap": "社会資源の課題",
    "result": "結果", "result_words": "結論の内容・理由", "reviewed_on": "評価した日", "role": "役割", "role_results": "機関の役割の実施状況", "roles": "役割",
    "round": "プラン回数", "route": "つながった経路", "route_org": "つなぎ元機関", "route_org_kind": "つなぎ元機関の種別", "rules_version": "取り決めの版",
    "said_on": "本人の申出の日", "same": "どの方か", "scope": "共有してよい相手", "screened_on": "スクリーニングの日", "screening": "スクリーニング結果",
    "secondary": "二次被害またはそのおそれ", "services": "利用している制度・サービス", "sex": "性別", "sex_note": "性別の補足", "sign_in_name": "サインイン名",
    "since": "いつから", "size": "文字の大きさ", "source_note": "出典とライセンス", "staff": "職員", "stage": "段階", "starts_at": "開始時刻", "state": "状態",
    "status": "状態", "step": "何をしたか", "strengths": "強み（ストレングス）", "struck": "外した事例", "symbols": "記号のきまり", "t": "気持ちのつながり",
    "taken": "引き受けること", "taker": "引き継ぐ人", "takes_referrals": "つなぎを受ける", "talked_how": "方法", "talked_on": "話した日",
    "talked_summary": "話した内容", "talked_with": "話した相手", "tax_status": "課税状況", "template": "役割のひな形", "terms": "伏せることば", "tie": "関係",
    "tie_from": "いつから", "tie_note": "備考", "ties": "気持ちのつながりも描く", "title": "題名", "to": "つなぎ先", "to_agency": "行き先の機関",
    "to_person": "宛先の担当者", "told_by": "答えた人", "troubles": "お困りごと", "unknown": "性別がわからない人", "until": "終わりの日", "until_on": "同意の期限",
    "unwanted": "共有を望まない機関・事項", "upbringing": "生育歴上の問題", "urgency": "緊急度", "use_outreach": "アウトリーチ等事業を利用する",
    "use_participation": "参加支援事業を利用する", "version": "見る版", "visibility": "公開範囲", "way": "届いた方法", "what": "やること", "who": "範囲",
    "wish": "相談したいこと・配慮を望むこと", "wishes": "本人の希望・配慮を望むこと", "with": "くらべる版", "withdrawal": "取消し", "withdrawal_since": "ひきこもりの始まり",
    "without_agencies": "機関の名前を載せない（「関係機関」とだけ書く）", "words": "説明・ことば", "work": "仕事", "work_history": "職歴・資格", "year": "年度",
    "years": "範囲", "zoom": "めもり",
  ]
}
