import { memo, type ReactNode } from 'react';
import type { NamedUnitGoal } from '../../../shared/domain/goal/goal-facts';
import type { Period } from '../../../shared/domain/period/period';
import { entryLookup } from '../../../shared/domain/sheet/part';
import { shortAuthorLabels } from '../../../shared/domain/sheet/sheet-words';
import type { SheetView } from '../../data/queries';
import { setContextPanelOpen } from '../../state/view-preferences';
import { Badge } from '../../ui/Badge';
import { Button } from '../../ui/Button';
import { Disclosure } from '../../ui/Disclosure';
import { Icon } from '../../ui/Icon';
import { NoteHints } from './NoteHints';
import {
  type PartPlan,
  policyNotes,
  positionHints,
  positionRules,
  previousDevelopment,
} from './sheet-plan';

type HintPanelProps = Pick<SheetView, 'form' | 'settlements' | 'previous'> & {
  part: PartPlan | null;
  unitGoals: readonly NamedUnitGoal[];
  /** Of whom the reader may have noted something; null where she notes nothing. */
  staffId: string | null;
  period: Period;
};

/** What helps with the item at hand. */
export const HintPanel = memo(function HintPanel({
  form,
  settlements,
  previous,
  part,
  unitGoals,
  staffId,
  period,
}: HintPanelProps) {
  return (
    <aside
      aria-label="手がかり"
      className="flex flex-col gap-4 rounded-12 border border-solid-gray-200 bg-white p-4"
    >
      <div className="flex items-start justify-between gap-2">
        <h2 className="text-base font-bold">
          {part === null ? '手がかり' : `${part.name}の手がかり`}
        </h2>
        <Button
          look="quiet"
          size="small"
          className="-mt-1 -mr-2 min-w-9 no-underline"
          aria-label="手がかりを閉じる"
          onPress={() => setContextPanelOpen(false)}
        >
          <Icon name="close" />
        </Button>
      </div>
      {part === null ? (
        <p className="text-sm text-solid-gray-700">項目を選ぶと、ここに手がかりが出ます。</p>
      ) : (
        <>
          <PartHints form={form} previous={previous} part={part} unitGoals={unitGoals} />
          {staffId !== null && <NoteHints staffId={staffId} period={period} part={part} />}
        </>
      )}
      <Disclosure title="評語の意味">
        <dl className="grid grid-cols-[1.5rem_minmax(0,1fr)] gap-1">
          {form.scale.steps.map((step) => (
            <div key={step.rating} className="contents">
              <dt className="font-bold">{step.rating}</dt>
              <dd>{step.meaning}</dd>
            </div>
          ))}
        </dl>
      </Disclosure>
      <PolicyNotes form={form} settlements={settlements} />
    </aside>
  );
});

type PartHintsProps = Pick<SheetView, 'form' | 'previous'> &
  Pick<HintPanelProps, 'unitGoals'> & { part: PartPlan };

function PartHints({ form, previous, part, unitGoals }: PartHintsProps) {
  const { higher, lower } = positionHints(form, part.partId);
  const rules = positionRules(form);
  const sameAsHigher = higher !== null && higher.text === part.expectation?.text;
  return (
    <>
      {part.section === 'goals' ? (
        <>
          <UnitGoalHints unitGoals={unitGoals} />
          <DevelopmentHint form={form} previous={previous} />
          <GoalHints />
        </>
      ) : (
        <PreviousHint previous={previous} part={part} />
      )}
      {higher !== null && (
        <Hint title={`一つ上の職位（${higher.position}）`}>
          {sameAsHigher ? (
            <>
              <p>同じ文です。</p>
              <PolicyQuote text={rules.above} />
            </>
          ) : (
            <p>{higher.text}</p>
          )}
        </Hint>
      )}
      {lower.length > 0 && (
        <Disclosure title="下の職位に求められる内容">
          <PolicyQuote text={rules.below} />
          {lower.map((hint) => (
            <Hint key={hint.position} title={hint.position}>
              <p>{hint.text}</p>
            </Hint>
          ))}
        </Disclosure>
      )}
    </>
  );
}

/** The policy's own words. */
function PolicyQuote({ text }: { text: string }) {
  return (
    <blockquote className="border-l-2 border-solid-gray-300 pl-2 text-solid-gray-700">
      {text}
    </blockquote>
  );
}

function PolicyNotes(tables: Pick<SheetView, 'form' | 'settlements'>) {
  const notes = policyNotes(tables);
  if (notes.length === 0) return null;
  return (
    <Disclosure title="体系図の※">
      <ul className="flex flex-col gap-2">
        {notes.map(({ text, unsettled }) => (
          <li key={text}>
            ※ {text}
            {unsettled && (
              <Badge tone="warning" className="ml-2">
                ※確認待ち
              </Badge>
            )}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

function PreviousHint({ previous, part }: Pick<SheetView, 'previous'> & { part: PartPlan }) {
  if (previous === null) {
    return (
      <Hint title="前の期間">
        <p className="text-solid-gray-700">前の期間のシートはありません。</p>
      </Hint>
    );
  }
  const { periodName, readable } = previous;
  const find = entryLookup(previous.entries);
  const authors = part.columns.map(({ author }) => author).filter((one) => readable.includes(one));
  const columns = authors.flatMap((author) => {
    const entry = find(part.partId, author);
    return entry === null ? [] : [{ author, entry }];
  });
  return (
    <Hint title={`前の期間（${periodName}）`}>
      {columns.length === 0 && (
        <p className="text-solid-gray-700">
          {authors.length === 0 ? '前の期間の記入は見られません。' : '記入はありません。'}
        </p>
      )}
      {columns.map(({ author, entry }) => (
        <div key={author}>
          <p>
            {shortAuthorLabels[author]}
            {entry.rating !== null && <span className="ml-2 font-bold">{entry.rating}</span>}
          </p>
          {entry.text !== '' && <p className="whitespace-pre-wrap">{entry.text}</p>}
        </div>
      ))}
    </Hint>
  );
}

/** 育成 of the year before, beside the goals of this one. */
function DevelopmentHint({ form, previous }: Pick<SheetView, 'form' | 'previous'>) {
  const remarks = previousDevelopment({ form, previous });
  if (previous === null || remarks.length === 0) return null;
  return (
    <Hint title={`前の期間の育成（${previous.periodName}）`}>
      <dl className="flex flex-col gap-2">
        {remarks.map(({ name, text }) => (
          <div key={name}>
            <dt className="font-bold">{name}</dt>
            <dd className="whitespace-pre-wrap">{text}</dd>
          </div>
        ))}
      </dl>
    </Hint>
  );
}

function UnitGoalHints({ unitGoals }: Pick<HintPanelProps, 'unitGoals'>) {
  const standing = unitGoals.filter(({ removed, content }) => !removed && content.trim() !== '');
  return (
    <Hint title="組織目標">
      {standing.length === 0 && (
        <p className="text-solid-gray-700">所属の組織目標は、まだありません。</p>
      )}
      <ul className="flex flex-col gap-2">
        {standing.map(({ id, unitName, content }) => (
          <li key={id} className="whitespace-pre-wrap">
            <span className="font-bold">{unitName}</span>　{content}
          </li>
        ))}
      </ul>
    </Hint>
  );
}

function GoalHints() {
  return (
    <Hint title="目標の書き方">
      <p>「いつまでに」「どの水準まで」「どのように」を、後から確かめられる言葉で書きます。</p>
      <p>
        困難度の◎は、その職位の誰にでも期待できる水準を超える目標、△は平易な目標に付けます。割合は、合わせて100％にします。
      </p>
    </Hint>
  );
}

function Hint({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="flex flex-col gap-2 text-sm">
      <h3 className="border-b border-solid-gray-200 pb-1 font-bold text-solid-gray-700">{title}</h3>
      {children}
    </section>
  );
}
