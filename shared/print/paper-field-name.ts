import type { EvaluationSheetModel } from './evaluation-sheet-model';
import type { PaperPath } from './missing-character';
import type { OfficePaperModel } from './office-paper-model';
import type { PrintModel } from './print-model';

/** Whose paper it is. */
export function paperPersonName(model: PrintModel): string {
  if (model.kind === 'recovery-key') return model.ownerName;
  if (model.kind === 'evaluation-sheets') return model.title;
  return model.kind === 'evaluation-sheet' ? model.header.name : model.personName;
}

/**
 * The place of a text on paper in the words of the sheet: `能力「接遇」の根拠となる事実（一次）`.
 * Null where the model holds no text that is printed.
 */
export function paperFieldName(model: PrintModel, path: PaperPath): string | null {
  const [first, ...rest] = path;
  if (model.kind === 'recovery-key') return recoveryKeyFields[String(first)] ?? null;
  if (model.kind === 'evaluation-sheets') {
    const sheet = first === 'sheets' ? model.sheets[Number(rest[0])] : undefined;
    return sheet === undefined
      ? (sheetFields[String(first)] ?? null)
      : paperFieldName(sheet, rest.slice(1));
  }
  if (model.kind !== 'evaluation-sheet') return officeField(model, path);
  switch (first) {
    case 'goals':
      return goalField(model, rest);
    case 'itemSections':
      return itemField(model, rest);
    case 'development':
      return developmentField(model, rest);
    case 'overall':
      return overallField(model, rest);
    case 'besides':
      return rest[1] === 'label' || rest[1] === 'text' ? '評価者の異動・意見' : null;
    case 'notes':
      return rest[1] === 'text' ? '体系図の※' : null;
    case 'scale':
      return rest[1] === 'rating' || rest[1] === 'meaning' ? '評語の説明' : null;
    case 'header':
      return headerFields[String(rest[0])] ?? null;
    case 'sectionTitles':
      return rest.length === 1 ? '章の見出し' : null;
    default:
      return sheetFields[String(first)] ?? null;
  }
}

const recoveryKeyFields: Readonly<Record<string, string>> = {
  groups: '回復キー',
  ownerName: '氏名',
  ownerNumber: '職員番号',
  orgUnit: '所属',
  printedAt: '出力日時',
};

const sheetFields: Readonly<Record<string, string>> = {
  title: '様式名',
  formNumber: '様式番号',
  periodLine: '評価期間',
  printedAt: '出力日時',
  headNote: '勤務と代理入力',
  role: '役割',
  goalsNote: '合意の後に取り除いた目標',
};

const headerFields: Readonly<Record<string, string>> = {
  number: '職員番号',
  name: '氏名',
  positionAndGrade: '職位・級',
  orgUnit: '所属',
  firstEvaluator: '一次評価者の職名・氏名',
  secondEvaluator: '二次評価者の職名・氏名',
};

const goalFields: Readonly<Record<string, string>> = {
  content: '目標',
  plan: 'いつまでに・どの水準まで・どのように',
  weight: '割合',
  difficulty: '困難度',
};

const ratingColumns: Readonly<Record<string, string>> = {
  employee: '本人',
  first: '一次',
  second: '二次',
};

const officeFields: Readonly<Record<string, string>> = {
  title: '様式名',
  addressee: 'あて名',
  sender: '差出人',
  personName: '氏名',
  orgUnit: '所属',
  printedAt: '出力日時',
};

type Rest = PaperPath;

function officeField(model: OfficePaperModel, [first, index, field]: Rest): string | null {
  if (first === 'sections') {
    const section = model.sections[Number(index)];
    if (section === undefined) return null;
    return field === 'text' ? section.title : '章の見出し';
  }
  if (first === 'tables' && 'tables' in model) {
    const table = model.tables[Number(index)];
    if (table === undefined) return null;
    return field === 'rows' ? `表「${table.title}」` : '表の見出し';
  }
  if (first !== 'facts' && first !== 'confirmations') return officeFields[String(first)] ?? null;
  const fact = model[first][Number(index)];
  if (fact === undefined) return null;
  return field === 'value' ? fact.name : '欄の名前';
}

function goalField(model: EvaluationSheetModel, [index, field, ...rest]: Rest): string | null {
  const goal = model.goals[Number(index)];
  if (goal === undefined) return null;
  const name = `個人目標${Number(index) + 1}`;
  if (field === 'ratings') return ratingField(name, rest);
  if (field === 'evidence') return textField(`${name}の結果と根拠`, goal.evidence, rest);
  if (field === 'details') {
    const detail = goal.details[Number(rest[0])];
    return detail === undefined ? null : `${name}の${detail.label}`;
  }
  const label = goalFields[String(field)];
  return label === undefined ? null : `${name}の${label}`;
}

function itemField(model: EvaluationSheetModel, path: Rest): string | null {
  const [sectionIndex, , groupIndex, field, rowIndex, rowField, ...rest] = path;
  const section = model.itemSections[Number(sectionIndex)];
  if (section === undefined) return null;
  if (path[1] === 'name') return '章の見出し';
  const group = section.groups[Number(groupIndex)];
  if (group === undefined) return null;
  if (field === 'expectation') {
    const shared = group.rows.map(({ name }) => `「${name}」`).join('');
    return `${section.name}${shared}の求められる内容`;
  }
  const row = group.rows[Number(rowIndex)];
  if (field !== 'rows' || row === undefined) return null;
  const name = `${section.name}「${row.name}」`;
  if (rowField === 'name') return `${name}の項目名`;
  if (rowField === 'ratings') return ratingField(name, rest);
  return rowField === 'evidence' ? textField(`${name}の根拠となる事実`, row.evidence, rest) : null;
}

function developmentField(model: EvaluationSheetModel, path: Rest): string | null {
  const [index, field, ...rest] = path;
  const remark = model.development[Number(index)];
  if (remark === undefined) return null;
  const name = `${model.sectionTitles.development}「${remark.name}」`;
  if (field === 'name') return `${name}の欄の名前`;
  return field === 'texts' ? textField(name, remark.texts, rest) : null;
}

function overallField(model: EvaluationSheetModel, [index, field]: Rest): string | null {
  const remark = model.overall[Number(index)];
  if (remark === undefined) return null;
  const name = `${model.sectionTitles.overall}「${remark.name}」`;
  if (field === 'name') return `${name}の欄の名前`;
  if (field === 'rating') return `${name}の評語`;
  return field === 'text' ? name : null;
}

function ratingField(name: string, [author]: Rest): string | null {
  const column = ratingColumns[String(author)];
  return column === undefined ? null : `${name}の評語（${column}）`;
}

function textField(
  name: string,
  texts: readonly { label: string }[],
  [index, field]: Rest,
): string | null {
  const text = texts[Number(index)];
  if (text === undefined) return null;
  const whose = text.label === '' ? '' : `（${text.label}）`;
  if (field === 'label') return `${name}の記入者${whose}`;
  return field === 'text' ? `${name}${whose}` : null;
}
