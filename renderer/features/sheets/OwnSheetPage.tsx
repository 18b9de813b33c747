import { type FormEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import { errorCatalog } from '../../../shared/domain/errors';
import type { FrameworkSet } from '../../../shared/domain/framework/framework';
import type { Period } from '../../../shared/domain/period/period';
import { presentPeriod } from '../../../shared/domain/period/running-periods';
import type { StaffMember } from '../../../shared/domain/staff/staff-member';
import { createOwnSheet } from '../../data/commands';
import {
  isPlanned,
  listPeriods,
  listSheets,
  listStaff,
  loadFrameworkSet,
  loadIdentity,
} from '../../data/queries';
import { useStore } from '../../data/store-context';
import { useLiveQuery } from '../../data/use-live-query';
import { localToday } from '../../platform/local-time';
import { type Problem, problemOf } from '../../platform/problem';
import { Button } from '../../ui/Button';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { LinkButton } from '../../ui/LinkButton';
import { SelectField } from '../../ui/SelectField';
import { Spinner } from '../../ui/Spinner';
import { TextField } from '../../ui/TextField';
import { gradesOf, positionsOf } from './own-sheet-form';

/** Makes my own sheet of the present period. */
export function OwnSheetPage() {
  const result = useLiveQuery(async (store) => {
    const [identity, periods, staff, set] = await Promise.all([
      loadIdentity(store),
      listPeriods(store),
      listStaff(store),
      loadFrameworkSet(store),
    ]);
    const period = presentPeriod(periods, localToday());
    const sheets = period === null ? [] : await listSheets(store, period.id);
    const planned = period !== null && (await isPlanned(store, period.id));
    return {
      period,
      planned,
      set,
      me: staff.find(({ id }) => id === identity.staffId) ?? null,
      own: sheets.find(({ staffId }) => staffId === identity.staffId) ?? null,
    };
  }, []);
  if (result.state === 'loading') return <Spinner label="用意しています" />;
  if (result.state === 'failed') return <ErrorNotice problem={problemOf(result.error)} />;
  const { period, planned, set, me, own } = result.value;
  return (
    <div className="mx-auto flex w-full max-w-2xl flex-col gap-4">
      <h1 className="text-2xl font-bold">自分のシートを作る</h1>
      {own !== null && (
        <>
          <p>この評価期間のシートは、もうあります。</p>
          <div>
            <LinkButton href={`/sheets/${own.id}`}>自分のシートを開く</LinkButton>
          </div>
        </>
      )}
      {own === null && planned && (
        <p>
          {errorCatalog.sheetIsHandedOut.title}。{errorCatalog.sheetIsHandedOut.next}
        </p>
      )}
      {own === null && !planned && period !== null && me !== null && (
        <OwnSheetForm period={period} set={set} me={me} />
      )}
      {period === null && <p>評価期間が、まだありません。職員課へお問い合わせください。</p>}
    </div>
  );
}

type OwnSheetFormProps = { period: Period; set: FrameworkSet; me: StaffMember };

function OwnSheetForm({ period, set, me }: OwnSheetFormProps) {
  const store = useStore();
  const navigate = useNavigate();
  const { frameworks } = set.tables;
  const [frameworkId, setFrameworkId] = useState(me.frameworkId ?? frameworks[0]?.id ?? '');
  const [positionId, setPositionId] = useState(me.positionId ?? '');
  const [grade, setGrade] = useState(me.grade);
  const [jobTitle, setJobTitle] = useState(me.jobTitle);
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Problem | null>(null);
  const positions = positionsOf(frameworks, frameworkId);
  const position = positions.find(({ id }) => id === positionId) ?? null;
  const grades = position === null ? [] : gradesOf(position);

  async function create() {
    setBusy(true);
    setFailure(null);
    try {
      const sheet = await createOwnSheet(store, {
        periodId: period.id,
        frameworkId,
        positionId,
        grade,
        jobTitle: jobTitle.trim(),
      });
      await navigate(`/sheets/${sheet.id}`, { replace: true });
    } catch (error) {
      setFailure(problemOf(error));
      setBusy(false);
    }
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    setAsked(true);
    if (position !== null && !busy) void create();
  }

  return (
    <form
      noValidate
      aria-label="自分のシート"
      className="flex flex-col gap-4 rounded-12 border border-solid-gray-200 bg-white p-6"
      onSubmit={submit}
    >
      <p>
        {period.name}
        のシートを作ります。選んだ職位の「求められる能力、意識・行動」が、シートに載ります。
      </p>
      <SelectField
        label="体系図（給料表）"
        required
        options={frameworks.map(({ id, name }) => ({ value: id, label: name }))}
        value={frameworkId}
        onChange={(id) => {
          setFrameworkId(id);
          setPositionId('');
          setGrade('');
        }}
      />
      <SelectField
        label="職位"
        required
        options={[
          { value: '', label: '選んでください' },
          ...positions.map(({ id, name, grades: written }) => ({
            value: id,
            label: written === null ? name : `${name}（${written}）`,
          })),
        ]}
        value={positionId}
        error={asked && position === null ? '職位を選んでください。' : undefined}
        onChange={(id) => {
          setPositionId(id);
          const chosen = positions.find((candidate) => candidate.id === id);
          const offered = chosen === undefined ? [] : gradesOf(chosen);
          setGrade(offered.length === 1 ? (offered[0] ?? '') : '');
        }}
      />
      {position !== null && (
        <p className="border-l-[3px] border-key-300 bg-solid-gray-50 px-3 py-2 text-sm">
          役割　{position.role}
        </p>
      )}
      {grades.length > 0 ? (
        <SelectField
          label="級"
          className="max-w-56"
          options={[
            { value: '', label: '選ばない' },
            ...grades.map((name) => ({ value: name, label: name })),
          ]}
          value={grade}
          onChange={setGrade}
        />
      ) : (
        <TextField label="級" className="max-w-56" value={grade} onChange={setGrade} />
      )}
      <TextField
        label="職名"
        description="職場での呼び方（例：市民係長）。空けておいてもかまいません。"
        value={jobTitle}
        onChange={setJobTitle}
      />
      {failure !== null && <ErrorNotice problem={failure} />}
      <div className="flex flex-wrap gap-3 pt-2">
        <Button type="submit" look="primary" isDisabled={busy}>
          シートを作る
        </Button>
        <LinkButton look="quiet" href="/sheets">
          一覧へ戻る
        </LinkButton>
      </div>
    </form>
  );
}
