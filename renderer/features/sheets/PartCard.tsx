import { memo } from 'react';
import { useWatch } from 'react-hook-form';
import { errorCatalog } from '../../../shared/domain/errors';
import type { Author } from '../../../shared/domain/form/form';
import { authorLabels, shortAuthorLabels } from '../../../shared/domain/sheet/sheet-words';
import { Badge } from '../../ui/Badge';
import { EvidenceField, RatingField } from './EntryFields';
import { GoalFields } from './GoalFields';
import { GoalSummary } from './GoalSummary';
import { partElementId } from './part-element';
import { entryKey } from './sheet-form';
import { useSheetForm } from './sheet-form-context';
import type { ColumnPlan, ExpectationPlan, PartPlan } from './sheet-plan';

type PartCardProps = {
  part: PartPlan;
  onFocus: (part: PartPlan) => void;
  onRemoveGoal: (part: PartPlan) => void;
  /** Whose it is, where several people's stand on one page. */
  person?: { id: string; name: string };
};

/** One answerable place of the sheet: what is expected, what I write, what others wrote. */
export const PartCard = memo(function PartCard({
  part,
  onFocus,
  onRemoveGoal,
  person,
}: PartCardProps) {
  const writing = part.columns.filter((column) => column.mode === 'write');
  // Beside my own keys the others' ratings are in one line; only their texts need room.
  const reading = part.columns
    .filter((column) => column.mode === 'read')
    .filter((column) => writing.length === 0 || !part.rated || column.text !== '');
  const damaged = part.columns.filter((column) => column.mode === 'damaged');
  return (
    <article
      id={partElementId(part.partId, person?.id)}
      tabIndex={-1}
      aria-label={person === undefined ? part.name : `${person.name} さんの${part.name}`}
      className="focus-ring scroll-mt-4 contain-content rounded-12 border border-solid-gray-200 bg-white px-5 py-4 outline-none focus-within:border-key-700 focus-within:shadow-[0_0_0_2px_var(--color-key-200)]"
      onFocusCapture={() => onFocus(part)}
    >
      {/* Chromium reads the whole form of the caret at every key: 8 ms at a quarter's speed for a
          sheet, nothing for a card. Electron reads none. */}
      <form autoComplete="off" onSubmit={(event) => event.preventDefault()}>
        <div className="mb-2 flex flex-wrap items-baseline gap-x-2">
          <h3 className="text-[1.0625rem] font-bold">
            {person === undefined ? part.name : person.name}
          </h3>
          {part.expectation !== null && part.expectation.sharedWith.length > 0 && (
            <span className="text-sm text-solid-gray-700">
              {part.expectation.sharedWith.join('・')}も同じ文
            </span>
          )}
          {part.writesGoal && (
            <button
              type="button"
              className="focus-ring ml-auto cursor-pointer rounded-4 px-1 text-sm text-key-900 underline underline-offset-4"
              onClick={() => onRemoveGoal(part)}
            >
              {part.name}を取り除く
            </button>
          )}
        </div>
        <div className="flex flex-col gap-3">
          {part.expectation !== null && <Expectation plan={part.expectation} />}
          {part.writesGoal && <GoalFields partId={part.partId} goalName={part.name} />}
          {part.goal !== null && <GoalSummary goal={part.goal} unitGoal={part.unitGoal} />}
          {writing.map((column) => (
            <WrittenColumn
              key={column.author}
              part={part}
              author={column.author}
              titled={writing.length > 1}
            />
          ))}
          {damaged.map((column) => (
            <p key={column.author} className="text-sm text-error-2">
              {authorLabels[column.author]}の記入は、読めなくなっています（番号{' '}
              {errorCatalog.rowDamaged.code}）。この欄には書き込めません。
            </p>
          ))}
          {reading.length > 0 && <ReadColumns part={part} columns={reading} />}
          {part.columns.every((column) => column.mode === 'hidden') && (
            <p className="text-sm text-solid-gray-700">{hiddenWords(part.columns)}</p>
          )}
        </div>
      </form>
    </article>
  );
});

function Expectation({ plan }: { plan: ExpectationPlan }) {
  if (plan.shownAt !== null) {
    return (
      <p className="text-sm text-solid-gray-700">
        求められる内容は「{plan.shownAt}」と同じ文です。
      </p>
    );
  }
  if (plan.text === '') return null;
  return (
    <div className="border-l-[3px] border-key-300 bg-solid-gray-50 px-3 py-1.5 text-[0.9375rem]">
      <span className="sr-only">求められる能力、意識・行動：</span>
      {plan.text}
      {plan.unsettled && (
        <Badge tone="warning" className="ml-2">
          ※確認待ち
        </Badge>
      )}
    </div>
  );
}

type WrittenColumnProps = { part: PartPlan; author: Author; titled: boolean };

function WrittenColumn({ part, author, titled }: WrittenColumnProps) {
  const owner = titled ? `${authorLabels[author]}の` : '';
  const isRemark = part.section === 'development' || part.section === 'overall';
  const isGoal = part.section === 'goals';
  const evidenceLabel = isRemark
    ? `${part.name}${part.rated ? 'の所見' : ''}${titled ? `（${authorLabels[author]}）` : ''}`
    : `${part.name}の${owner}${isGoal ? '結果と根拠' : '根拠となる事実'}`;
  return (
    <div data-column={author} className="flex flex-col gap-2">
      {titled && <p className="text-sm font-bold">{authorLabels[author]}</p>}
      {part.rated && (
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
          <RatingField partId={part.partId} author={author} label={`${part.name}の${owner}評語`} />
          <OtherRatings part={part} author={author} />
        </div>
      )}
      <EvidenceField
        partId={part.partId}
        author={author}
        label={evidenceLabel}
        rated={part.rated && !isRemark}
        placeholder={placeholderOf(part, author)}
      />
    </div>
  );
}

function hiddenWords(columns: readonly ColumnPlan[]): string {
  const isHandedInLater = columns.some(
    (column) => column.mode === 'hidden' && column.until === 'handIn',
  );
  return isHandedInLater
    ? 'この欄は、提出されたあとに見られます。'
    : '評価者の記入は、開示のあとに見られます。';
}

function placeholderOf(part: PartPlan, author: Author): string {
  if (part.section === 'goals') {
    return author === 'employee' ? '取り組んだ結果を書きます' : '評価の根拠となる事実を書きます';
  }
  if (part.section === 'development' || part.section === 'overall') return '';
  return '期間中に発揮したことを、事実で書きます';
}

/** The others' ratings beside mine, and whether mine differs from the person's own. */
function OtherRatings({ part, author }: { part: PartPlan; author: Author }) {
  const { control } = useSheetForm();
  const mine = useWatch({
    control,
    name: `entries.${entryKey(part.partId, author)}.rating`,
    defaultValue: null,
  });
  const others = part.columns.filter((column) => column.author !== author);
  const own = others.find((column) => column.mode === 'read' && column.author === 'employee');
  const differs =
    own?.mode === 'read' && own.rating !== null && mine !== null && own.rating !== mine;
  const words = others.flatMap((column) => ratingWords(column));
  return (
    <p className="text-sm text-solid-gray-700">
      {words.join('　')}
      {differs && <span className="ml-2 font-bold text-yellow-1100">本人と差があります</span>}
    </p>
  );
}

function ratingWords(column: ColumnPlan): string[] {
  if (column.mode === 'read')
    return [`${shortAuthorLabels[column.author]} ${column.rating ?? '未記入'}`];
  if (column.mode === 'hidden') {
    const why = column.until === 'handIn' ? '提出前' : '開示前';
    return [`${shortAuthorLabels[column.author]} ${why}`];
  }
  return [];
}

type ReadColumnsProps = { part: PartPlan; columns: Extract<ColumnPlan, { mode: 'read' }>[] };

function ReadColumns({ part, columns }: ReadColumnsProps) {
  return (
    <dl className="flex flex-col divide-y divide-solid-gray-100 border-t border-solid-gray-200 text-sm">
      {columns.map((column) => (
        <div key={column.author} className="grid grid-cols-[8.5rem_minmax(0,1fr)] gap-3 py-2">
          <dt className="text-solid-gray-700">
            {part.columns.length > 1 ? authorLabels[column.author] : '記入'}
            {part.rated && (
              <span className="ml-2 text-base font-bold text-solid-gray-900">
                <span className="sr-only">評語 </span>
                {column.rating ?? '－'}
              </span>
            )}
          </dt>
          <dd className="whitespace-pre-wrap">
            {column.text === '' ? (
              <span className="text-solid-gray-700">記入はありません</span>
            ) : (
              column.text
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
