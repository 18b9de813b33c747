import { memo, type ReactNode } from 'react';
import { positionOf } from '../../../shared/domain/framework/expectations';
import { formatWareki, formatWithSeireki } from '../../../shared/domain/period/wareki';
import { headNotes } from '../../../shared/domain/sheet/head-notes';
import type { EvaluatorSnapshot } from '../../../shared/domain/sheet/sheet';
import { authorLabels } from '../../../shared/domain/sheet/sheet-words';
import type { SheetView } from '../../data/queries';
import { Badge } from '../../ui/Badge';
import { OtherPeopleNav } from './OtherPeopleNav';
import type { OtherPeople } from './use-other-people';

type SheetHeaderProps = Pick<SheetView, 'sheet' | 'form' | 'period' | 'writable'> & {
  /** I write in the person's column for her. */
  isTyping: boolean;
  others: OtherPeople | null;
  actions: ReactNode;
};

export const SheetHeader = memo(function SheetHeader({
  sheet,
  form,
  period,
  writable,
  isTyping,
  others,
  actions,
}: SheetHeaderProps) {
  const { staff } = sheet;
  const notes = headNotes(sheet);
  const position = positionOf(form.framework, form.positionId);
  const grade = staff.grade === '' ? '' : `（${staff.grade}）`;
  return (
    <header className="flex flex-col gap-1.5">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div className="flex min-w-0 flex-col gap-0.5">
          <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <p className="text-sm text-solid-gray-700">
              {period.name} ／ {staff.orgUnitPath.join(' ')}
            </p>
            {others !== null && <OtherPeopleNav others={others} />}
          </div>
          <h1 className="flex flex-wrap items-baseline gap-x-4 text-2xl font-bold">
            <span>{staff.name} さん</span>
            <span className="text-base font-normal">
              {staff.positionName}
              {grade}　職員番号 {staff.number}
            </span>
          </h1>
        </div>
        <div className="flex flex-wrap items-center gap-2">
          {writable.length > 0 && (
            <Badge tone="info">
              {writable.map((author) => authorLabels[author]).join('・')}
              {isTyping ? 'の代理として記入' : 'として記入'}
            </Badge>
          )}
          {actions}
        </div>
      </div>
      <dl className="flex flex-wrap gap-x-5 gap-y-0.5 text-sm text-solid-gray-700">
        <Fact term="評価期間">
          <Day day={period.startsOn} /> ～ <Day day={period.endsOn} />
        </Fact>
        <Fact term="一次評価者">{evaluatorWords(sheet.firstEvaluator)}</Fact>
        <Fact term="二次評価者">{evaluatorWords(sheet.secondEvaluator)}</Fact>
        <Fact term="役割">{position.role}</Fact>
        {notes.length > 0 && <Fact term="記載">{notes.join('　')}</Fact>}
      </dl>
    </header>
  );
});

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="flex gap-2">
      <dt className="shrink-0">{term}</dt>
      <dd className="text-solid-gray-900">{children}</dd>
    </div>
  );
}

/** A day as it is written here; the Western year shows under the pointer. */
function Day({ day }: { day: string }) {
  return (
    <time dateTime={day} title={formatWithSeireki(day)}>
      {formatWareki(day)}
    </time>
  );
}

function evaluatorWords(evaluator: EvaluatorSnapshot | null): string {
  if (evaluator === null) return '未定';
  return [evaluator.jobTitle, evaluator.name].filter((word) => word !== '').join(' ');
}
