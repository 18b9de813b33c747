import { formatWareki } from '../period/wareki';
import type { ProxyTypist, Typing } from './proxy-rules';

export const proxyTypistLabels: Readonly<Record<ProxyTypist, string>> = {
  hr: '職員課',
  first: '一次評価者',
};

/** The same on the sheet, in its history and on its paper. */
export function typingWords({ name, on }: Pick<Typing, 'name' | 'on'>): string {
  return `代理入力：${name}（${formatWareki(on)}）`;
}
