import { formatWareki } from '../../../shared/domain/period/wareki';

export function dayText(day: string | null | undefined): string {
  return day === null || day === undefined ? '' : formatWareki(day);
}
