/**
 * Every error a person can meet: a stable code to read out on the telephone, what
 * happened, and what to do next. Names are for code, codes and texts for people. A code
 * is never given to another error, and never changes.
 */
export const errorCatalog = {
  // 1xx the store and its opening
  storeDamaged: {
    code: 'E101',
    title: 'データベースの中身が、前回の終了時より少なくなっています',
    next: '書き込みを止めました。下の「控え」から、前に正しく開けた状態へ戻せます。戻す前に、情報担当へこの画面を見せてください。',
  },
  storeNewer: {
    code: 'E102',
    title: '新しい版の育成ノートで保存されたデータです',
    next: 'このデータは、この版では開けません。新しい版の育成ノートを使ってください。データはそのまま残っています。',
  },
  profileNewer: {
    code: 'E103',
    title: 'このPCでは、もっと新しい育成ノートが使われていました',
    next: '古い版で開くとデータが失われるおそれがあるため、開かずに止めました。新しい版の育成ノートを起動してください。',
  },
  keyMissing: {
    code: 'E104',
    title: 'データの鍵が見つかりません',
    next: 'データは残っていますが、読むための鍵のファイルがありません。情報担当へ連絡し、鍵のファイルか控えを戻してください。',
  },
  keyLocked: {
    code: 'E105',
    title: 'このWindowsアカウントでは、データの鍵を開けません',
    next: '印刷した回復キーを入力すると、続きから使えます。',
  },
  rowDamaged: {
    code: 'E106',
    title: '読めなくなった記録があります',
    next: 'その記録だけを読み飛ばしました。ほかの記録はそのまま使えます。情報担当へこの番号を伝えてください。',
  },
  storeUnavailable: {
    code: 'E107',
    title: 'データベースを開けませんでした',
    next: '育成ノートを閉じて、もう一度起動してください。続くときは情報担当へ連絡してください。データは消していません。',
  },
  saveFailed: {
    code: 'E108',
    title: '保存できません',
    next: '入力した文字は画面に残っています。空き容量を確かめ、「もう一度保存」を押してください。',
  },
  keyFileDamaged: {
    code: 'E109',
    title: 'データの鍵のファイルが壊れています',
    next: 'データは残っています。情報担当へ連絡し、控えから鍵のファイルを戻してください。',
  },
  recoveryKeyWrong: {
    code: 'E110',
    title: '回復キーが違います',
    next: '印刷した回復キーと見比べて、もう一度入力してください。',
  },
  migrationFailed: {
    code: 'E111',
    title: '新しい版の形へ移せませんでした',
    next: 'データは元のまま残っています。情報担当へ連絡してください。',
  },
  networkProfile: {
    code: 'E112',
    title: '育成ノートのデータの置き場所が、ネットワーク上にあります',
    next: 'データは必ずこのPCの中に置きます。情報担当へ連絡してください。',
  },
  recordMissing: {
    code: 'E113',
    title: 'その記録は、このPCにありません',
    next: '一覧から選び直してください。',
  },
  notYours: {
    code: 'E114',
    title: 'この記録は、あなたには開けません',
    next: '一覧から選び直してください。開けるはずのときは、職員課へ連絡してください。',
  },
  contentRefused: {
    code: 'E115',
    title: '長すぎるなど、保存できない内容があります',
    next: 'その欄を短くすると保存されます。入力した文字は画面に残っています。',
  },
  undoOvertaken: {
    code: 'E116',
    title: 'その欄は、あとから書き換えられています',
    next: '今の内容を残すため、この操作は飛ばしました。必要なときは、その欄を書き直してください。',
  },
  undoUnsaved: {
    code: 'E117',
    title: '保存できていない入力があるため、元に戻せません',
    next: '入力した文字は画面に残っています。先に「もう一度保存」を押し、保存済みになってから元に戻してください。',
  },
  saveRefused: {
    code: 'E118',
    title: 'この欄には、もう保存できません',
    next: '画面の上の「保存できない入力」を押すと、入力した文字を写して取り下げられます。取り下げるまで、文字はなくなりません。',
  },
  tooManyCells: {
    code: 'E120',
    title: '貼り付ける表が大きすぎます',
    next: '100行・20列までの範囲を選び直して、もう一度貼り付けてください。シートは変わっていません。',
  },
  rosterNotRead: {
    code: 'E121',
    title: 'この名簿は読み取れません',
    next: '表計算ソフトで「Excelブック（.xlsx）」か「CSV」として保存し直し、もう一度選んでください。職員の記録は変わっていません。',
  },
  rosterMoved: {
    code: 'E122',
    title: '取り込みのあとに変わった職員がいるため、取り消せません',
    next: '職員の記録は今のままです。直したいところは名簿で直し、余分な職員は状態を「退職」にして、もう一度取り込んでください。',
  },
  frameworkNotRead: {
    code: 'E123',
    title: 'この体系図のファイルは読み取れません',
    next: '体系図のファイル（.json）を選び直してください。体系図は変わっていません。',
  },
  frameworkUsed: {
    code: 'E124',
    title: 'この体系図は使われているため、取り除けません',
    next: '職員の職位と様式の案を別の体系図に改めてから、もう一度取り除いてください。配布したシートがある体系図は、そのまま残ります。',
  },
  changeAhead: {
    code: 'E161',
    title: 'その日は、まだ来ていません',
    next: 'その日になってから、もう一度記録してください。それまでは、いまの評価者がこのシートを受け持ちます。',
  },
  changeTooLate: {
    code: 'E160',
    title: 'この評価は提出されているため、評価者を替えられません',
    next: '提出した評価者の記入として残ります。書き直しが必要なときは、先にシートを差し戻してください。',
  },
  moveRefused: {
    code: 'E130',
    title: 'このシートは、いまその段階へ進められません',
    next: '画面を開き直して、シートの段階を確かめてください。シートは変わっていません。',
  },
  reasonMissing: {
    code: 'E131',
    title: '理由が書かれていません',
    next: '相手に伝わるように理由を書いて、もう一度押してください。シートは変わっていません。',
  },
  handInIncomplete: {
    code: 'E132',
    title: 'まだ書いていないところがあります',
    next: '下の箇所を書いてから、もう一度提出してください。シートは変わっていません。',
  },
  periodExists: {
    code: 'E140',
    title: 'その年度の年間評価は、もうあります',
    next: '一覧からその評価期間を開いてください。',
  },
  periodWrong: {
    code: 'E141',
    title: '評価期間の日付に、直すところがあります',
    next: '下の箇所を直して、もう一度保存してください。評価期間は変わっていません。',
  },
  handOutBlocked: {
    code: 'E142',
    title: '直すところがあるため、配布できません',
    next: '様式と期限の「直すところ」を直してから、もう一度配布してください。シートは一枚も作られていません。',
  },
  handOutCancelled: {
    code: 'E143',
    title: '配布をやめました',
    next: 'シートは一枚も作られていません。必要なときは、もう一度配布してください。',
  },
  scoringUnsettled: {
    code: 'E144',
    title: '直すところがあるため、点数を確定できません',
    next: '割合、評点、基準の「直すところ」を直してから、もう一度確定してください。',
  },
  sheetIsHandedOut: {
    code: 'E145',
    title: 'この評価期間のシートは、職員課が配布します',
    next: '配布されるまでお待ちください。お急ぎのときは、職員課へ連絡してください。',
  },
  recordChanged: {
    code: 'E150',
    title: '読んでいる間に、内容が書き換えられました',
    next: '新しい内容を読んでから、もう一度押してください。',
  },
  appealClosed: {
    code: 'E151',
    title: '不服申出を受け付ける期間ではありません',
    next: '事情があるときは、職員課へ相談してください。',
  },
  appealStands: {
    code: 'E152',
    title: 'この結果への不服申出は、もうあります',
    next: '画面を開き直して、書きかけの申出書を確かめてください。',
  },
  appealEmpty: {
    code: 'E153',
    title: '申出の内容が書かれていません',
    next: 'どの点が不服かとその理由を書いて、もう一度提出してください。',
  },
  questionEmpty: {
    code: 'E154',
    title: '意見を求める内容が書かれていません',
    next: '評価者に何を答えてほしいかを書いて、もう一度押してください。',
  },
  statementAsked: {
    code: 'E155',
    title: 'その評価者には、もう意見書を依頼しています',
    next: '意見書が出るのを待つか、別の評価者を選んでください。',
  },
  statementEmpty: {
    code: 'E156',
    title: '意見が書かれていません',
    next: '意見を書いて、もう一度提出してください。',
  },
  resultEmpty: {
    code: 'E157',
    title: '審査の結果が書かれていません',
    next: '結果とその理由を書いて、もう一度通知してください。',
  },
  requestEmpty: {
    code: 'E170',
    title: '希望が書かれていません',
    next: '希望する配属先を一つ以上書くか、「今の所属にとどまりたい」を選んで、もう一度提出してください。',
  },
  postWrong: {
    code: 'E171',
    title: '職歴に、直すところがあります',
    next: '下の箇所を直して、もう一度保存してください。職歴は変わっていません。',
  },
  requestKept: {
    code: 'E172',
    title: 'まだ保存期限が来ていない申告があります',
    next: '一覧を開き直し、保存期限の過ぎた申告だけを選んでください。何も破棄していません。',
  },
  requestTalked: {
    code: 'E174',
    title: '職員課との面談の記録があるため、取り下げられません',
    next: '変えたいことは、職員課に伝えてください。申告は提出した内容のまま残っています。',
  },
  needEmpty: {
    code: 'E173',
    title: '求める仕事や経験が書かれていません',
    next: '担当してほしい仕事、能力、経験のどれかを書いて、もう一度提出してください。',
  },
  talkDayWrong: {
    code: 'E190',
    title: 'その日は入れられません',
    next: '年を確かめて、日付を入れ直してください。話の記録は変わっていません。',
  },
  talkWithoutPeople: {
    code: 'E191',
    title: '話す相手が選ばれていません',
    next: '相手を選んで、もう一度押してください。1on1などの相手は一人です。',
  },
  quoteRefused: {
    code: 'E192',
    title: 'この行は、職務行動記録に引用できません',
    next: '引用できるのは、本人が「評価の参考にしてよい」とした行だけです。相談、職場復帰支援の面談、健康の話題がある回からは引用できません。',
  },
  trainingPlanNotRead: {
    code: 'E180',
    title: 'この研修計画は読み取れません',
    next: '表計算ソフトで「Excelブック（.xlsx）」か「CSV」として保存し直し、もう一度選んでください。研修の計画は変わっていません。',
  },
  trainingPlanMoved: {
    code: 'E181',
    title: '取り込みのあとに申込みか変更があった研修があるため、取り消せません',
    next: '研修の計画は今のままです。直したいところは、研修ごとに直してください。',
  },
  applicationClosed: {
    code: 'E182',
    title: 'この募集は、いまは申込みを受け付けていません',
    next: '申込期限を確かめ、事情があるときは職員課へ相談してください。',
  },
  trainingIncomplete: {
    code: 'E183',
    title: 'まだ書いていないところがあります',
    next: '下の欄を書いてから、もう一度押してください。',
  },
  daysBackwards: {
    code: 'E184',
    title: '終了日が、開始日より前です',
    next: '開始日か終了日を直してください。前の日付が残っています。',
  },
  certificateTooLarge: {
    code: 'E185',
    title: 'このファイルは大きすぎます',
    next: '5MBまでのファイルにして、もう一度選んでください。記録は変わっていません。',
  },
  certificateNotRead: {
    code: 'E186',
    title: 'このファイルは修了証として取り込めません',
    next: 'PDF、PNG、JPEGのどれかのファイルを選んでください。名前だけを変えたファイルは取り込めません。記録は変わっていません。',
  },
  applicationStands: {
    code: 'E187',
    title: 'この募集には、もう申込みがあります',
    next: '画面を開き直して、いまの申込みを確かめてください。',
  },
  applicationMoved: {
    code: 'E188',
    title: 'この申込みは、いまその段階へ進められません',
    next: '画面を開き直して、申込みの状態を確かめてください。申込みは変わっていません。',
  },
  ojtPlanStands: {
    code: 'E189',
    title: 'その職員のこの年度の計画は、もうあります',
    next: '下の一覧から、その計画を開いてください。',
  },
  // 2xx writing files
  folderNotWritable: {
    code: 'E201',
    title: 'そのフォルダには書き込めません',
    next: '別のフォルダを選んで、もう一度保存してください。入力した内容はそのままです。',
  },
  diskFull: {
    code: 'E202',
    title: '保存先の空き容量が足りません',
    next: '不要なファイルを移すか、別の場所を選んで、もう一度保存してください。',
  },
  targetBusy: {
    code: 'E203',
    title: '保存先のファイルが、ほかのソフトで開かれています',
    next: 'そのファイルを閉じるか、別の名前で保存してください。',
  },
  folderVanished: {
    code: 'E204',
    title: '保存先のフォルダが見つからなくなりました',
    next: 'USBメモリや共有フォルダのつながりを確かめ、もう一度保存してください。',
  },
  writeFailed: {
    code: 'E205',
    title: 'ファイルを書き込めませんでした',
    next: '別の場所を選んで、もう一度保存してください。',
  },
  fileGone: {
    code: 'E206',
    title: '保存したファイルが見つかりません',
    next: '移動または削除されたようです。もう一度保存してください。',
  },
  openFailed: {
    code: 'E207',
    title: 'ファイルを開けませんでした',
    next: '「フォルダを開く」から、ご自分で開いてください。',
  },
  // 3xx paper
  pdfFailed: {
    code: 'E301',
    title: 'PDFを作れませんでした',
    next: 'もう一度試してください。続くときは、どの職員のシートかを情報担当へ伝えてください。',
  },
  pdfTimeout: {
    code: 'E302',
    title: 'PDFの作成に時間がかかりすぎたため、止めました',
    next: 'もう一度試してください。続くときは情報担当へ連絡してください。',
  },
  glyphMissing: {
    code: 'E303',
    title: '印刷用の書体にない文字があります',
    next: '下の文字を別の文字にするか、そのまま「〓」で印刷するかを選んでください。',
  },
  pdfCancelled: {
    code: 'E304',
    title: 'PDFの作成をやめました',
    next: 'ファイルは作られていません。必要なときは、もう一度作ってください。',
  },
  paperTooLarge: {
    code: 'E310',
    title: 'この紙は大きすぎて、画面では見られません',
    next: '「PDFに保存」を押し、保存したPDFを開いて確かめてください。',
  },
  paperNotShown: {
    code: 'E311',
    title: '紙を画面に出せませんでした',
    next: 'もう一度開いてください。続くときは「PDFに保存」で確かめ、情報担当へこの番号を伝えてください。',
  },
  printFailed: {
    code: 'E312',
    title: '印刷できませんでした',
    next: 'プリンターの電源とつながりを確かめ、もう一度印刷してください。続くときは、PDFに保存して印刷してください。',
  },
  // 9xx the application itself
  badRequest: {
    code: 'E901',
    title: '画面からの指示を受け付けられませんでした',
    next: '育成ノートを起動し直してください。続くときは情報担当へこの番号を伝えてください。',
  },
  unexpected: {
    code: 'E902',
    title: '思わぬ不具合が起きました',
    next: '育成ノートを起動し直してください。保存済みの内容は残っています。続くときは情報担当へこの番号を伝えてください。',
  },
} as const satisfies Record<string, { code: `E${number}`; title: string; next: string }>;

export type ErrorName = keyof typeof errorCatalog;

export const errorNames = Object.keys(errorCatalog) as [ErrorName, ...ErrorName[]];

/** A failure a person is told about. `detail` says what and where, in Japanese. */
export class IkuseiError extends Error {
  readonly errorName: ErrorName;
  readonly detail: string;
  get title(): string {
    return errorCatalog[this.errorName].title;
  }
  constructor(errorName: ErrorName, detail = '') {
    super(`${errorCatalog[errorName].code} ${errorCatalog[errorName].title}`);
    this.name = 'IkuseiError';
    this.errorName = errorName;
    this.detail = detail;
  }
}
