import { formatWithWeekday } from '../../../shared/domain/period/wareki';
import { talkKindLabels } from '../../../shared/domain/talk/talk-words';
import type { TalkLine, TalkPerson } from '../../data/talk-ground';

/** `𠮷田 美咲（退職）`: whoever is not at work is still named, under a clear label. */
export function personWords({ name, status }: TalkPerson): string {
  return status === '' ? name : `${name}（${status}）`;
}

/** `𠮷田 美咲 さん（退職）`, in a sentence. */
export function politeWords({ name, status }: TalkPerson): string {
  return status === '' ? `${name} さん` : `${name} さん（${status}）`;
}

/** Who takes part beside me. */
export function othersWords(line: Pick<TalkLine, 'others'>): string {
  const [first, ...more] = line.others;
  if (first === undefined) return '';
  return more.length > 2
    ? `${personWords(first)} ほか${more.length}人`
    : line.others.map(personWords).join('、');
}

export function lineTitle(line: Pick<TalkLine, 'kind' | 'others'>): string {
  return `${talkKindLabels[line.kind]}　${othersWords(line)}`;
}

/** `令和8年11月10日（火）10:00から30分`. */
export function whenWords({ on, at, minutes }: Pick<TalkLine, 'on' | 'at' | 'minutes'>): string {
  if (on === null) return '日はまだ決めていません';
  return `${formatWithWeekday(on)}${at === null ? '　' : ` ${at}から`}${minutes}分`;
}
