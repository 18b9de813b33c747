import { type FormEvent, memo, type ReactNode, useState } from 'react';
import { readDay } from '../../../shared/domain/period/read-day';
import { authorLabels } from '../../../shared/domain/sheet/sheet-words';
import { isOver } from '../../../shared/domain/sheet/stage-rules';
import { changeTitle } from '../../../shared/domain/staff/evaluator-change-words';
import type { EvaluatorChange } from '../../../shared/domain/staff/evaluator-changes';
import { foldForSearch } from '../../../shared/domain/text/fold-for-search';
import {
  changeEvaluator,
  nameConsulted,
  writeHandover,
  writeHostOpinion,
} from '../../data/evaluator-change-commands';
import { listStaff, type SheetView } from '../../data/queries';
import type { Store } from '../../data/store';
import { useStore } from '../../data/store-context';
import { useLiveQuery } from '../../data/use-live-query';
import { notify } from '../../state/notifications';
import { flushAll } from '../../state/save-state';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { Disclosure } from '../../ui/Disclosure';
import { SearchSelect } from '../../ui/SearchSelect';
import { SelectField } from '../../ui/SelectField';
import { TextArea } from '../../ui/TextArea';
import { TextField } from '../../ui/TextField';
import { notifyProblem } from './notify-problem';
import { RowText } from './RowText';

const columnRoles = ['first', 'second'] as const;
type ColumnRole = (typeof columnRoles)[number];

/** What of a sheet stands beside its columns; a save of an entry changes none of it. */
type Besides = Pick<SheetView, 'viewer' | 'changes' | 'form'> & {
  sheet: Pick<SheetView['sheet'], 'id' | 'stage' | 'firstEvaluator' | 'secondEvaluator'>;
};

export function besidesOf({ sheet, viewer, changes, form }: SheetView): Besides {
  const { id, stage, firstEvaluator, secondEvaluator } = sheet;
  return { sheet: { id, stage, firstEvaluator, secondEvaluator }, viewer, changes, form };
}

type EvaluatorChangesProps = { view: Besides; me: string };

/** Who evaluated before, what was handed over, and opinions from outside the line. */
export const EvaluatorChanges = memo(function EvaluatorChanges({
  view,
  me,
}: EvaluatorChangesProps) {
  const { sheet, viewer, changes } = view;
  const leaving = columnRoles.filter((role) => viewer.includes(role) && !isOver(sheet.stage, role));
  const isHr = viewer.includes('hr');
  if (changes.length === 0 && leaving.length === 0 && !isHr) return null;
  return (
    <Card title="評価者の異動・意見">
      <div className="flex flex-col gap-3">
        {changes.length > 0 && (
          <ul className="flex flex-col divide-y divide-solid-gray-200">
            {changes.map((change) => (
              <li key={`${change.id} ${change.kind}`} className="py-2.5">
                <p className="font-bold">{changeTitle(change)}</p>
                {change.text !== '' && <p className="whitespace-pre-wrap">{change.text}</p>}
                <FormerColumn change={change} view={view} />
              </li>
            ))}
          </ul>
        )}
        {leaving.map((role) => (
          <Disclosure key={role} title={`後任の${authorLabels[role]}への引継ぎ`}>
            <Handover sheetId={sheet.id} role={role} before={ownHandover(view, role, me)} />
          </Disclosure>
        ))}
        {isHr && (
          <>
            <Disclosure title="評価者を替える">
              <ChangeForm sheetId={sheet.id} />
            </Disclosure>
            <Disclosure title="併任先などの評価者に意見を求める">
              <ConsultedForm sheetId={sheet.id} />
            </Disclosure>
            <Disclosure title="派遣先の意見を入力する">
              <HostForm sheetId={sheet.id} />
            </Disclosure>
          </>
        )}
      </div>
    </Card>
  );
});

function ownHandover({ sheet, changes }: Besides, role: ColumnRole, me: string): string {
  const evaluator = role === 'first' ? sheet.firstEvaluator : sheet.secondEvaluator;
  const own = changes.find(
    (change) =>
      change.kind === 'handover' &&
      change.role === role &&
      evaluator?.staffId === me &&
      change.name === evaluator.name,
  );
  return own?.text ?? '';
}

/** 前の一次評価者: what she had written and not handed in. */
function FormerColumn({ change, view }: { change: EvaluatorChange; view: Besides }) {
  const written = change.formerColumn.filter(({ rating, text }) => rating !== null || text !== '');
  if (written.length === 0 || change.role === 'consulted') return null;
  const names = new Map(
    view.form.framework.items.map(({ id, name }) => [`item/${id}` as string, name]),
  );
  return (
    <Disclosure
      title={`前の${authorLabels[change.role]} ${change.formerName} の記入（${written.length} 項目）`}
    >
      <dl className="divide-y divide-solid-gray-100">
        {written.map(({ id, partId, rating, text }) => (
          <div key={id} className="grid grid-cols-[12rem_3rem_minmax(0,1fr)] gap-3 py-1.5">
            <dt>{names.get(partId) ?? (partId.startsWith('goal/') ? '個人目標' : '所見')}</dt>
            <dd className="font-bold">{rating ?? '－'}</dd>
            <dd className="whitespace-pre-wrap">{text}</dd>
          </div>
        ))}
      </dl>
    </Disclosure>
  );
}

type HandoverProps = { sheetId: string; role: ColumnRole; before: string };

function Handover({ sheetId, role, before }: HandoverProps) {
  const store = useStore();
  return (
    <RowText
      id={`handover ${sheetId} ${role}`}
      label="引継ぎの内容"
      description="異動するときに書きます。後任の評価者と職員課が読みます。本人は、開示の前には読めません。"
      rows={2}
      text={before}
      save={(text) => writeHandover(store, { sheetId, role, text })}
    />
  );
}

function ChangeForm({ sheetId }: { sheetId: string }) {
  const [role, setRole] = useState<ColumnRole>('first');
  const [evaluatorId, setEvaluatorId] = useState<string | null>(null);
  const [day, setDay] = useState('');
  const [remark, setRemark] = useState('');
  const read = readDay(day);
  return (
    <Form
      words="評価者の異動を記録しました"
      button="評価者を替える"
      isReady={evaluatorId !== null && read.kind === 'day'}
      onSend={async (store) => {
        if (evaluatorId === null || read.kind !== 'day') return;
        await changeEvaluator(store, { sheetId, role, evaluatorId, from: read.day, remark });
      }}
    >
      <p className="text-solid-gray-700">
        評価期間の途中の日なら、新しい評価者がこのシートを引き継ぎます。4月1日など評価期間のあとの日なら、このシートはいまの評価者が異動先で終えます。
      </p>
      <SelectField
        label="替える評価者"
        options={columnRoles.map((one) => ({ value: one, label: authorLabels[one] }))}
        value={role}
        onChange={(value) => setRole(value === 'second' ? 'second' : 'first')}
      />
      <PersonField label="新しい評価者" value={evaluatorId} onChange={setEvaluatorId} />
      <TextField
        label="いつから"
        placeholder="令和8年10月1日"
        value={day}
        onChange={setDay}
        error={day !== '' && read.kind === 'wrong' ? read.message : undefined}
      />
      <TextField label="理由など" value={remark} onChange={setRemark} />
    </Form>
  );
}

function ConsultedForm({ sheetId }: { sheetId: string }) {
  const [evaluatorId, setEvaluatorId] = useState<string | null>(null);
  return (
    <Form
      words="意見を求めました"
      button="意見を求める"
      isReady={evaluatorId !== null}
      onSend={async (store) => {
        if (evaluatorId !== null) await nameConsulted(store, { sheetId, evaluatorId });
      }}
    >
      <p className="text-solid-gray-700">
        提出された目標と自己評価を読み、意見を一つ書けます。意見は一次評価者と職員課が読みます。
      </p>
      <PersonField label="意見を求める評価者" value={evaluatorId} onChange={setEvaluatorId} />
    </Form>
  );
}

function HostForm({ sheetId }: { sheetId: string }) {
  const [organisation, setOrganisation] = useState('');
  const [text, setText] = useState('');
  return (
    <Form
      words="派遣先の意見を保存しました"
      button="派遣先の意見を保存する"
      isReady={organisation.trim() !== '' && text.trim() !== ''}
      onSend={(store) => writeHostOpinion(store, { sheetId, organisation, text })}
    >
      <TextField label="派遣先の名称" value={organisation} onChange={setOrganisation} />
      <TextArea label="派遣先の意見" value={text} onChange={setText} />
    </Form>
  );
}

type PersonFieldProps = {
  label: string;
  value: string | null;
  onChange: (staffId: string) => void;
};

function PersonField({ label, value, onChange }: PersonFieldProps) {
  const staff = useLiveQuery(listStaff, []);
  const options = staff.state === 'ready' ? staff.value : [];
  if (options.length === 0) return null;
  return (
    <SearchSelect
      label={label}
      options={options.map(({ id, name, jobTitle, kana, number }) => ({
        id,
        label: name,
        detail: `${jobTitle} ${kana} ${number}`,
      }))}
      value={value}
      matches={(option, typed) =>
        foldForSearch(`${option.label} ${option.detail}`).includes(foldForSearch(typed))
      }
      onChange={onChange}
    />
  );
}

type FormProps = {
  words: string;
  button: string;
  isReady: boolean;
  onSend: (store: Store) => Promise<void>;
  children: ReactNode;
};

/** Kept by a button, not as it is typed: each of these is said once. */
function Form({ words, button, isReady, onSend, children }: FormProps) {
  const store = useStore();
  const [busy, setBusy] = useState(false);
  async function send(event: FormEvent) {
    event.preventDefault();
    if (!isReady || busy) return;
    setBusy(true);
    try {
      // What is being typed in a column belongs to whoever has it until now.
      if (await flushAll()) {
        await onSend(store);
        notify({ tone: 'success', title: words });
      }
    } catch (error) {
      notifyProblem(error);
    }
    setBusy(false);
  }
  return (
    <form className="flex max-w-160 flex-col gap-3" onSubmit={(event) => void send(event)}>
      {children}
      <Button type="submit" isDisabled={!isReady || busy} className="self-start">
        {button}
      </Button>
    </form>
  );
}
