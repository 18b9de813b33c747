import type { Author, Form } from '../domain/form/form';
import { expectationGroups } from '../domain/framework/expectations';
import { goalEntries, itemPartId, remarkPartId } from '../domain/sheet/part';
import type { PartId, SheetEntry } from '../domain/sheet/sheet';
import type { PaperPath } from './missing-character';

/**
 * The part of the sheet that a text of its evaluation-sheet model comes from; null for
 * what stands on no card: the head, the form's own wording.
 */
export function paperPart(
  source: { form: Form; entries: readonly SheetEntry[]; readable: readonly Author[] },
  path: PaperPath,
): PartId | null {
  const { form } = source;
  const [section, index, , groupIndex, , rowIndex] = path;
  switch (section) {
    case 'goals': {
      const readable = source.entries.filter(({ author }) => source.readable.includes(author));
      return goalEntries(readable)[Number(index)]?.partId ?? null;
    }
    case 'itemSections': {
      const tables = (['ability', 'conduct'] as const)
        .map((kind) => expectationGroups(form.framework, form.positionId, kind))
        .filter((groups) => groups.length > 0);
      const item = tables[Number(index)]?.[Number(groupIndex)]?.items[Number(rowIndex)];
      return item === undefined ? null : itemPartId(item.id);
    }
    case 'development': {
      const remark = form.development[Number(index)];
      return remark === undefined ? null : remarkPartId('development', remark.id);
    }
    case 'overall': {
      const rows = form.overall.flatMap((remark) => remark.authors.map(() => remark));
      const remark = rows[Number(index)];
      return remark === undefined ? null : remarkPartId('overall', remark.id);
    }
    default:
      return null;
  }
}
