import { useState } from 'react';
import { typedDay } from '../../../shared/domain/period/read-day';
import { evaluatorRoleLabels, faultOf } from '../../../shared/domain/staff/assignment-problems';
import {
  type EvaluatorAssignment,
  evaluatorRoleSchema,
  evaluatorRoles,
} from '../../../shared/domain/staff/evaluator-assignment';
import type { StaffMember } from '../../../shared/domain/staff/staff-member';
import { foldForSearch } from '../../../shared/domain/text/fold-for-search';
import { DayField } from '../../common/DayField';
import type { SaidAssignment } from '../../data/evaluator-commands';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { SearchSelect } from '../../ui/SearchSelect';
import { SelectField } from '../../ui/SelectField';
import { TextField } from '../../ui/TextField';
import { dayText } from './day-text';

type AssignmentFormProps = {
  member: StaffMember;
  staff: readonly StaffMember[];
  /** What is changed; null for a new one. */
  before: EvaluatorAssignment | null;
  onSave: (said: SaidAssignment) => void;
  onClose: () => void;
};

/** Asks who evaluates a person, as what, and from which day to which. */
export function AssignmentForm({ member, staff, before, onSave, onClose }: AssignmentFormProps) {
  const [role, setRole] = useState(before?.role ?? 'first');
  const [evaluatorId, setEvaluatorId] = useState(before?.evaluatorId ?? null);
  const [from, setFrom] = useState(dayText(before?.from));
  const [to, setTo] = useState(dayText(before?.to));
  const [remark, setRemark] = useState(before?.remark ?? '');
  const [fault, setFault] = useState<string | null>(null);

  function save() {
    const first = typedDay(from);
    const last = typedDay(to);
    if (evaluatorId === null) setFault('評価者を選んでください。');
    else if (first === undefined || first === null)
      setFault('始まりの日を、R8.4.1 のように入れてください。');
    else if (last === undefined) setFault('終わりの日を、R9.3.31 のように入れるか、空にします。');
    else {
      const said = { staffId: member.id, role, evaluatorId, from: first, to: last, remark };
      const found = faultOf(said, staff);
      setFault(found);
      if (found === null) onSave(said);
    }
  }

  const options = staff
    .filter(({ id, roster }) => id !== member.id && roster?.status !== 'left')
    .map(({ id, name, number, jobTitle }) => ({
      id,
      label: name,
      detail: `${number} ${jobTitle}`,
    }));
  return (
    <Dialog
      title={`${member.name}さんの評価者の担当期間`}
      isOpen
      onOpenChange={(open) => !open && onClose()}
      actions={
        <>
          <Button onPress={onClose}>やめる</Button>
          <Button look="primary" onPress={save}>
            この内容で決める
          </Button>
        </>
      }
    >
      <SelectField
        label="役割"
        options={evaluatorRoles.map((value) => ({ value, label: evaluatorRoleLabels[value] }))}
        value={role}
        onChange={(value) => setRole(evaluatorRoleSchema.parse(value))}
      />
      <SearchSelect
        label="評価者"
        options={options}
        value={evaluatorId}
        matches={({ label, detail }, typed) =>
          foldForSearch(`${label} ${detail}`).includes(foldForSearch(typed))
        }
        onChange={setEvaluatorId}
      />
      <div className="grid grid-cols-1 gap-3 min-[640px]:grid-cols-2">
        <DayField label="始まりの日" name="from" value={from} onChange={setFrom} />
        <DayField label="終わりの日（決めないときは空）" name="to" value={to} onChange={setTo} />
      </div>
      <TextField label="備考" value={remark} onChange={setRemark} />
      {fault !== null && (
        <p
          // In a low window it would stand below what is seen.
          ref={(element) => element?.scrollIntoView({ block: 'nearest' })}
          role="alert"
          className="text-sm font-bold text-error-2"
        >
          {fault}
        </p>
      )}
    </Dialog>
  );
}
