import type {
  NoSuggestion,
  PartScore,
  PointsEffect,
  SectionScore,
  WeightFault,
} from './score-sheet';

/** Why there is no suggestion, one sentence for each reason. */
export function noSuggestionWords(reason: NoSuggestion): string {
  switch (reason.kind) {
    case 'notConfirmed':
      return '職員課が点数を確定するまで、評語の提案は出ません。';
    case 'faultyRules':
      return '職員課が決めた点数に直すところがあるため、評語の提案は出ません。';
    case 'missing':
      return `評語のないところが ${reason.names.length} 件あるため、評語の提案は出ません（${reason.names.join('、')}）。`;
    case 'goalWeights':
      return '個人目標の割合がそろわないため、評語の提案は出ません。';
    case 'nothingCounts':
      return '合計に入る評語がないため、評語の提案は出ません。';
  }
}

/** Why the shares of the goals are not used. */
export function weightFaultWords(fault: WeightFault): string {
  switch (fault.kind) {
    case 'none':
      return '個人目標に割合がないため、同じ重さで平均しています。';
    case 'some':
      return `${fault.without.join('、')}に割合がないため、割合を使わず、同じ重さで平均しています。`;
    case 'sum':
      return `個人目標の割合の合計が ${fault.sum}％で 100％ではないため、割合を使わず、同じ重さで平均しています。`;
  }
}

const sectionReasons: Readonly<Record<NonNullable<SectionScore['leftOut']>, string>> = {
  noParts: '項目がないため、合計に入れていません。',
  excluded: '点数に入れない項目だけのため、合計に入れていません。',
  unrated: '評語がまだないため、合計に入れていません。',
};

export function leftOutSectionWords(reason: NonNullable<SectionScore['leftOut']>): string {
  return sectionReasons[reason];
}

const partReasons: Readonly<Record<(PartScore & { counted: false })['reason'], string>> = {
  excluded: '点数に入れない項目',
  unrated: '評語なし（平均に入れません）',
  withoutPoints: '評点なし（平均に入れません）',
};

export function leftOutPartWords(reason: keyof typeof partReasons): string {
  return partReasons[reason];
}

const causes: Readonly<Record<PointsEffect['cause'], string>> = {
  difficult: '困難度◎',
  easy: '困難度△',
  challenge: '上位職への挑戦',
};

/** `困難度◎ ＋1、上限まで`; empty where nothing has an effect. */
export function effectWords({ effects, cutAt }: PartScore & { counted: true }): string {
  const words = effects.map(
    ({ cause, change }) => `${causes[cause]} ${change < 0 ? '－' : '＋'}${Math.abs(change)}`,
  );
  if (cutAt !== null) words.push(cutAt === 'highest' ? '上限まで' : '下限まで');
  return words.join('、');
}
