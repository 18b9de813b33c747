import { memo } from 'react';
import type { SheetPart } from '../../../shared/domain/sheet/part';
import { Button } from '../../ui/Button';
import { classNames } from '../../ui/class-names';
import { Icon } from '../../ui/Icon';
import { KeyCap } from '../../ui/KeyCap';
import { ProgressBar } from '../../ui/ProgressBar';
import type { SectionId, SectionPlan } from './sheet-plan';

type SectionNavProps = {
  sections: readonly SectionPlan[];
  current: SectionId | null;
  /** What the reader has still to fill in; null when she writes nothing here. */
  missing: readonly SheetPart[] | null;
  onGoTo: (section: SectionId) => void;
  onGoToNext: () => void;
  onShowKeys: () => void;
};

/** A column beside the cards; above them, where that is all the room there is, it lies flat. */
export const SectionNav = memo(function SectionNav({
  sections,
  current,
  missing,
  onGoTo,
  onGoToNext,
  onShowKeys,
}: SectionNavProps) {
  const counts = sections.map((section) => sectionCount(section, missing ?? []));
  const total = counts.reduce((sum, count) => sum + count.total, 0);
  const filled = counts.reduce((sum, count) => sum + count.filled, 0);
  return (
    <nav aria-label="シートの区分" className="@container flex flex-col gap-3">
      <ul className="flex flex-col border-l-[3px] border-solid-gray-200 @sm:flex-row @sm:flex-wrap @sm:border-l-0">
        {sections.map((section, index) => {
          const count = counts[index] ?? { filled: 0, total: 0 };
          const complete = count.total > 0 && count.filled === count.total;
          return (
            <li key={section.id} className="-ml-[3px] @sm:ml-0">
              <button
                type="button"
                aria-current={current === section.id ? 'true' : undefined}
                className={classNames(
                  'focus-ring flex min-h-10 w-full cursor-pointer items-center justify-between gap-2 border-l-[3px] px-3 text-left text-[0.9375rem] @sm:border-b-[3px] @sm:border-l-0 @sm:px-2',
                  current === section.id
                    ? 'border-key-900 bg-white font-bold text-key-900'
                    : 'border-solid-gray-200 hover:bg-white',
                )}
                onClick={() => onGoTo(section.id)}
              >
                <span>{section.title}</span>
                {missing !== null && count.total > 0 && (
                  <span
                    className={classNames(
                      'flex shrink-0 items-center gap-1 text-sm font-normal',
                      complete ? 'text-success-2' : 'text-solid-gray-700',
                    )}
                  >
                    {count.filled} / {count.total}
                    {complete && <Icon name="check" className="size-3.5" />}
                    {complete && <span className="sr-only">記入済み</span>}
                  </span>
                )}
              </button>
            </li>
          );
        })}
      </ul>
      <div className="flex flex-col gap-3 @sm:flex-row @sm:flex-wrap @sm:items-center">
        {missing !== null && (
          <>
            <ProgressBar
              label="記入の進み"
              value={filled}
              maximum={total}
              valueLabel={`${total} 項目中 ${filled} 項目`}
              className="@sm:min-w-32 @sm:grow"
            />
            <Button
              size="small"
              className="w-full @sm:w-auto"
              isDisabled={missing.length === 0}
              onPress={onGoToNext}
            >
              次に未記入の項目へ
            </Button>
            <p className="text-xs leading-relaxed text-solid-gray-700 @sm:hidden">
              <KeyCap>F8</KeyCap> でも進めます。評語は <KeyCap>S</KeyCap>～<KeyCap>D</KeyCap>{' '}
              の入力でも選べます。
            </p>
          </>
        )}
        <Button size="small" className="w-full @sm:w-auto" onPress={onShowKeys}>
          キー操作
        </Button>
      </div>
    </nav>
  );
});

function sectionCount(
  section: SectionPlan,
  missing: readonly SheetPart[],
): { filled: number; total: number } {
  const own = section.parts.filter((part) => part.columns.some(({ mode }) => mode === 'write'));
  const open = new Set(
    missing.filter((part) => part.section === section.id).map((part) => part.partId),
  );
  const lacking = [...open].filter((partId) => own.every((part) => part.partId !== partId)).length;
  const total = own.length + lacking;
  return { filled: total - open.size, total };
}
