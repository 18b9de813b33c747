import { sideBySide } from '../../../shared/domain/desk/desk-rows';
import type { Author } from '../../../shared/domain/form/form';
import { sheetParts } from '../../../shared/domain/sheet/part';
import { authorLabels } from '../../../shared/domain/sheet/sheet-words';
import type { DeskPerson } from '../../data/desk-queries';
import { loadIdentity, loadSheetFrame } from '../../data/queries';
import { useLiveQuery } from '../../data/use-live-query';
import { SelectField } from '../../ui/SelectField';
import { TextLink } from '../../ui/TextLink';
import { RatingWithGap } from './RatingWithGap';

const authors: readonly Author[] = ['employee', 'first', 'second'];

type DeskSideBySideProps = {
  people: readonly DeskPerson[];
  chosen: string | null;
  onPerson: (sheetId: string) => void;
};

/** 本人, 一次 and 二次 of one person beside each other, and the period before. */
export function DeskSideBySide({ people, chosen, onPerson }: DeskSideBySideProps) {
  const person = people.find(({ sheet }) => sheet.id === chosen) ?? people[0];
  if (person === undefined) return null;
  return (
    <>
      <div className="flex flex-wrap items-end gap-4">
        <SelectField
          label="職員"
          className="w-72"
          options={people.map(({ sheet }) => ({
            value: sheet.id,
            label: `${sheet.staff.name}（${sheet.staff.positionName}）`,
          }))}
          value={person.sheet.id}
          onChange={onPerson}
        />
        <p className="pb-2.5">
          <TextLink href={`/sheets/${person.sheet.id}`}>シートを開く</TextLink>
        </p>
      </div>
      <ComparedRatings key={person.sheet.id} person={person} />
    </>
  );
}

function ComparedRatings({ person }: { person: DeskPerson }) {
  const { sheet, form, entries, access } = person;
  const { formId, periodId, staffId, id } = sheet;
  const frame = useLiveQuery(
    async (store) => {
      await loadIdentity(store);
      return loadSheetFrame(store, { formId, periodId, staffId });
    },
    [id, formId, periodId, staffId],
  );
  const previous = frame.state === 'ready' ? frame.value.previous : null;
  const parts = sheetParts(form, entries).filter(({ rated }) => rated);
  return (
    <div className="rounded-12 border border-solid-gray-200 bg-white px-4 pb-2">
      <table
        aria-label={`${sheet.staff.name} さんの評語`}
        className="w-full border-collapse text-left"
      >
        <thead>
          <tr className="text-sm text-solid-gray-700">
            <td className="px-2 py-1.5" />
            <th scope="colgroup" colSpan={3} className="px-2 pt-2 font-bold">
              この評価期間
            </th>
            <th
              scope="colgroup"
              colSpan={3}
              className="border-l border-solid-gray-200 px-2 pt-2 font-bold"
            >
              {previous === null ? '前の評価期間（シートはありません）' : previous.periodName}
            </th>
          </tr>
          <tr className="border-b border-solid-gray-300 text-sm text-solid-gray-700">
            <th scope="col" className="px-2 py-1.5 font-normal">
              項目
            </th>
            {['now', 'before'].flatMap((when) =>
              authors.map((author) => (
                <th
                  key={`${when} ${author}`}
                  scope="col"
                  className={
                    when === 'before' && author === 'employee'
                      ? 'border-l border-solid-gray-200 px-2 py-1.5 font-normal'
                      : 'px-2 py-1.5 font-normal'
                  }
                >
                  {authorLabels[author]}
                </th>
              )),
            )}
          </tr>
        </thead>
        <tbody>
          {parts.map((part) => {
            const now = sideBySide(entries, form.scale, part.partId);
            const before = sideBySide(previous?.entries ?? [], form.scale, part.partId);
            return (
              <tr key={part.partId} className="border-b border-solid-gray-100">
                <th scope="row" className="px-2 py-1.5 font-normal">
                  {part.name}
                </th>
                {authors.map((author) => (
                  <td key={author} className="px-2 py-1.5">
                    {part.authors.includes(author) ? (
                      <RatingWithGap
                        rating={now.ratings[author]}
                        gap={author === 'employee' ? null : now.gaps[author]}
                        readable={access[part.section].reads.includes(author)}
                      />
                    ) : (
                      '－'
                    )}
                  </td>
                ))}
                {authors.map((author) => (
                  <td
                    key={author}
                    className={
                      author === 'employee'
                        ? 'border-l border-solid-gray-200 px-2 py-1.5'
                        : 'px-2 py-1.5'
                    }
                  >
                    {before.ratings[author] ?? '－'}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
