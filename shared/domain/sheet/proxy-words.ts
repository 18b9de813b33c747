import { formatWareki } from '../period/wareki';
import type { ProxyTypist, Typing } from './proxy-rules';
import type { ProxyAction } from './sheet-event';

export const proxyTypistLabels: Readonly<Record<ProxyTypist, string>> = {
  hr: '職員課',
  first: '一次評価者',
};

/** The same on the sheet, in its history and on its paper. */
export function typingWords({ name, on }: Pick<Typing, 'name' | 'on'>): string {
  return `代理入力：${name}（${formatWareki(on)}）`;
}

/** What was decided, in the history of the sheet. */
export const proxyActionWords: Readonly<Record<ProxyAction, string>> = {
  allowProxy: '代理入力を決めました',
  endProxy: '代理入力を終えました',
};
