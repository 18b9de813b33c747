import { memo, useEffect, useEffectEvent, useMemo } from 'react';
import { itemAcross } from '../../../shared/domain/desk/desk-rows';
import { noGoalFacts } from '../../../shared/domain/goal/goal-facts';
import { parsePartId, type SheetPart, sheetParts } from '../../../shared/domain/sheet/part';
import type { DeskPerson } from '../../data/desk-queries';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { KeyCap } from '../../ui/KeyCap';
import { SelectField } from '../../ui/SelectField';
import { evaluatorColumns } from './desk-words';
import { PartCard } from './PartCard';
import { RatingWithGap } from './RatingWithGap';
import { SheetFormProvider } from './sheet-form-context';
import { findPart, type PartPlan, sheetPlan } from './sheet-plan';
import { sheetActionOf } from './sheet-shortcuts';
import { useSheetTools } from './use-sheet-tools';

type DeskItemsProps = {
  people: readonly DeskPerson[];
  item: string | null;
  onItem: (partId: string) => void;
};

/** One item across my people, so that one person's whole sheet does not colour each item. */
export function DeskItems({ people, item, onItem }: DeskItemsProps) {
  const parts = useMemo(() => sharedParts(people), [people]);
  const at = Math.max(
    0,
    parts.findIndex(({ partId }) => partId === item),
  );
  const part = parts[at];
  const go = (step: 1 | -1) => {
    const next = parts[at + step];
    if (next !== undefined) onItem(next.partId);
  };
  useItemKeys(go);
  if (part === undefined) return <p>項目のあるシートはありません。</p>;
  return (
    <>
      <div className="flex flex-wrap items-end gap-3">
        <SelectField
          label="項目"
          className="w-72"
          options={parts.map(({ partId, name }) => ({ value: partId, label: name }))}
          value={part.partId}
          onChange={onItem}
        />
        <Button isDisabled={at === 0} onPress={() => go(-1)}>
          前の項目
        </Button>
        <Button isDisabled={at === parts.length - 1} onPress={() => go(1)}>
          次の項目
        </Button>
        <p role="status" className="pb-2.5 text-sm text-solid-gray-700">
          {`${part.name}　${at + 1} ／ ${parts.length} 項目`}
        </p>
        <p className="pb-2.5 text-sm text-solid-gray-700">
          <KeyCap>Ctrl</KeyCap> ＋ <KeyCap>PageUp</KeyCap>・<KeyCap>PageDown</KeyCap> でも移れます
        </p>
      </div>
      <Card title="この項目の評語">
        <AcrossTable people={people} part={part} />
      </Card>
      <div className="flex flex-col gap-4">
        {people.map((person) => (
          <PersonItem key={person.sheet.id} person={person} partId={part.partId} />
        ))}
      </div>
    </>
  );
}

function AcrossTable({ people, part }: { people: readonly DeskPerson[]; part: SheetPart }) {
  const rows = itemAcross(
    people.map(({ sheet, form, entries }) => ({ sheet, scale: form.scale, entries })),
    part.partId,
  );
  const readers = new Map(
    people.map(({ sheet, access }) => [sheet.id, access[part.section].reads]),
  );
  return (
    <table aria-label={`${part.name}の評語`} className="w-full border-collapse text-left">
      <thead>
        <tr className="border-b border-solid-gray-300 text-sm text-solid-gray-700">
          {['氏名', '本人', ...evaluatorColumns.map(({ title }) => title)].map((title) => (
            <th key={title} scope="col" className="px-2 py-1.5 font-normal">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.sheetId} className="border-b border-solid-gray-100">
            <th scope="row" className="px-2 py-1.5 font-normal">
              {row.name}
            </th>
            <td className="px-2 py-1.5">
              <RatingWithGap
                rating={row.ratings.employee}
                gap={null}
                readable={readers.get(row.sheetId)?.includes('employee') === true}
              />
            </td>
            {evaluatorColumns.map(({ author }) => (
              <td key={author} className="px-2 py-1.5">
                <RatingWithGap
                  rating={row.ratings[author]}
                  gap={row.gaps[author]}
                  readable={readers.get(row.sheetId)?.includes(author) === true}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The same card, autosave and access as on the person's sheet. */
const PersonItem = memo(function PersonItem({
  person,
  partId,
}: {
  person: DeskPerson;
  partId: string;
}) {
  const tools = useSheetTools(person);
  const part = useMemo(
    () => standingAlone(findPart(sheetPlan({ ...person, goalFacts: noGoalFacts }), partId)),
    [person, partId],
  );
  const { id, staff } = person.sheet;
  const named = useMemo(() => ({ id, name: staff.name }), [id, staff.name]);
  if (part === null) return null;
  return (
    <SheetFormProvider tools={tools} unitGoals={noGoalFacts.unitGoals}>
      <PartCard
        key={partId}
        part={part}
        person={named}
        onFocus={doNothing}
        onRemoveGoal={doNothing}
      />
    </SheetFormProvider>
  );
});

/** The item that a merged text is shown at is not on this page, so each says it itself. */
function standingAlone(part: PartPlan | null): PartPlan | null {
  if (part?.expectation?.shownAt == null) return part;
  return { ...part, expectation: { ...part.expectation, shownAt: null } };
}

function doNothing(): void {}

/** Rated parts that several sheets have in common: everything but each person's own goals. */
function sharedParts(people: readonly DeskPerson[]): SheetPart[] {
  const parts = new Map<string, SheetPart>();
  for (const { form } of people) {
    for (const part of sheetParts(form, [])) {
      const isShared = part.rated && parsePartId(part.partId)?.kind !== 'goal';
      if (isShared && !parts.has(part.partId)) parts.set(part.partId, part);
    }
  }
  return [...parts.values()];
}

/** The sheet's keys from section to section lead from item to item here. */
function useItemKeys(go: (step: 1 | -1) => void): void {
  const handleKey = useEffectEvent((event: KeyboardEvent) => {
    const action = sheetActionOf(event);
    if (action !== 'nextSection' && action !== 'previousSection') return;
    event.preventDefault();
    go(action === 'nextSection' ? 1 : -1);
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => handleKey(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}
