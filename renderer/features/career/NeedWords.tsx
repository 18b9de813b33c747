import type { StaffingNeed } from '../../../shared/domain/career/staffing-need';
import { workFieldLabels } from '../../../shared/domain/career/work-field';

type NeedWordsProps = { need: StaffingNeed; itemNames: readonly string[] };

/** What a unit asks for, to read. */
export function NeedWords({ need, itemNames }: NeedWordsProps) {
  const texts = [
    ['求める人数', need.people],
    ['担当してほしい仕事', need.work],
    ['求める分野の経験', need.fields.map((field) => workFieldLabels[field]).join('、')],
    ['求める能力、意識・行動', itemNames.join('、')],
    ['資格や、そのほかの経験', need.experience],
    ['理由', need.reason],
  ].filter(([, text]) => text?.trim() !== '');
  return (
    <dl className="grid grid-cols-1 gap-x-6 gap-y-2 text-sm min-[900px]:grid-cols-2">
      {texts.map(([label, text]) => (
        <div key={label}>
          <dt className="font-bold">{label}</dt>
          <dd className="whitespace-pre-wrap">{text}</dd>
        </div>
      ))}
    </dl>
  );
}
