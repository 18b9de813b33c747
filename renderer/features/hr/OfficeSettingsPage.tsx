import { useState } from 'react';
import {
  defaultOfficeSettings,
  type OfficeSettings,
} from '../../../shared/domain/office/office-settings';
import { isInUnit, ownUnitOf } from '../../../shared/domain/office/own-people';
import { orgUnitPath } from '../../../shared/domain/organisation/org-unit-path';
import { loadOfficeSettings, saveOfficeSettings } from '../../data/office-settings';
import { listOrgUnits, listStaff, loadIdentity } from '../../data/queries';
import { useStore } from '../../data/store-context';
import { useLiveQuery } from '../../data/use-live-query';
import { type Problem, problemOf } from '../../platform/problem';
import { notify } from '../../state/notifications';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { SelectField, type SelectOption } from '../../ui/SelectField';
import { Spinner } from '../../ui/Spinner';
import { TextField } from '../../ui/TextField';
import { HrNav } from './HrNav';

/** What the city's rules leave open, set by 職員課. */
export function OfficeSettingsPage() {
  const result = useLiveQuery(async (store) => {
    const [settings, staff, units] = await Promise.all([
      loadOfficeSettings(store),
      listStaff(store),
      listOrgUnits(store),
    ]);
    const me = (await loadIdentity(store)).staffId;
    const clerk = staff.find(({ id }) => id === me) ?? null;
    const ownUnitId = ownUnitOf(settings, units, clerk);
    const people = staff.filter(({ orgUnitId }) => isInUnit(units, orgUnitId, ownUnitId));
    return {
      settings,
      ownUnitId,
      units: units
        .filter(({ kind }) => kind === 'division')
        .map(({ id }) => ({ value: id, label: orgUnitPath(units, id).join(' ') })),
      people: people.map(({ id, name, jobTitle }) => ({
        value: id,
        label: `${jobTitle} ${name}`.trim(),
      })),
    };
  }, []);
  if (result.state === 'loading') return <Spinner label="設定を開いています" />;
  if (result.state === 'failed') return <ErrorNotice problem={problemOf(result.error)} />;
  const { settings, people, units, ownUnitId } = result.value;
  return (
    <div className="mx-auto flex w-full max-w-4xl flex-col gap-4">
      <HrNav />
      <h1 className="text-2xl font-bold">職員課の設定</h1>
      <p>
        市の要綱などで決めることを、ここで合わせます。「初期値」とあるものは、まだ変えていない値です。
      </p>
      <SettingsForm
        key={settings.updatedAt}
        settings={settings}
        people={people}
        units={units}
        ownUnit={ownUnitId ?? ''}
      />
    </div>
  );
}

type SettingsFormProps = {
  settings: OfficeSettings;
  people: readonly SelectOption[];
  units: readonly SelectOption[];
  ownUnit: string;
};

function SettingsForm({ settings, people, units, ownUnit }: SettingsFormProps) {
  const store = useStore();
  const initial = defaultOfficeSettings({ now: settings.updatedAt, by: settings.updatedBy });
  const [days, setDays] = useState(String(settings.appealDays));
  const [months, setMonths] = useState(String(settings.leastMonths));
  const [board, setBoard] = useState(settings.appealBoard);
  const [titles, setTitles] = useState(settings.appealTitles);
  const [ownHandlerId, setOwnHandlerId] = useState(settings.ownHandlerId ?? '');
  const [ownDeputyId, setOwnDeputyId] = useState(settings.ownDeputyId ?? '');
  const [ownUnitId, setOwnUnitId] = useState(ownUnit);
  const [failure, setFailure] = useState<Problem | null>(null);
  const appealDays = wholeNumber(days, 1, 365);
  const leastMonths = wholeNumber(months, 0, 12);
  const lines = [board, titles.appeal, titles.statement, titles.result];
  const isComplete =
    appealDays !== null && leastMonths !== null && lines.every((line) => line.trim() !== '');

  async function save() {
    if (appealDays === null || leastMonths === null) return;
    setFailure(null);
    try {
      await saveOfficeSettings(store, {
        appealDays,
        leastMonths,
        appealBoard: board,
        appealTitles: titles,
        ownHandlerId: ownHandlerId === '' ? null : ownHandlerId,
        ownDeputyId: ownDeputyId === '' ? null : ownDeputyId,
        ownUnitId: ownUnitId === '' ? null : ownUnitId,
      });
      notify({ tone: 'success', title: '職員課の設定を保存しました' });
    } catch (error) {
      setFailure(problemOf(error));
    }
  }

  return (
    <>
      <Card title="不服申出">
        <div className="grid grid-cols-1 gap-4 min-[700px]:grid-cols-2">
          <TextField
            label="申し出られる日数（開示の翌日から数える）"
            value={days}
            onChange={setDays}
            description={initialWords(settings.appealDays === initial.appealDays)}
            {...(appealDays === null ? { error: '1から365までの数字で入れてください。' } : {})}
          />
          <TextField
            label="審査する会の名前"
            value={board}
            onChange={setBoard}
            description={initialWords(settings.appealBoard === initial.appealBoard)}
          />
          {titleFields.map(({ field, label }) => (
            <TextField
              key={field}
              label={label}
              value={titles[field]}
              onChange={(title) => setTitles({ ...titles, [field]: title })}
              description={initialWords(
                settings.appealTitles[field] === initial.appealTitles[field],
              )}
            />
          ))}
        </div>
      </Card>
      <Card title="評価の対象外と、職員課の職員">
        <div className="grid grid-cols-1 gap-4 min-[700px]:grid-cols-2">
          <TextField
            label="評価の対象外を案内する勤務月数（これより短いとき）"
            value={months}
            onChange={setMonths}
            description={initialWords(settings.leastMonths === initial.leastMonths)}
            {...(leastMonths === null ? { error: '0から12までの数字で入れてください。' } : {})}
          />
          <SelectField
            label="職員課の職員のシートを扱う人"
            value={ownHandlerId}
            onChange={setOwnHandlerId}
            options={[{ value: '', label: '決めていない' }, ...people]}
          />
          <SelectField
            label="職員課の所属"
            value={ownUnitId}
            onChange={setOwnUnitId}
            options={units}
          />
          <SelectField
            label="扱う人が本人や評価者のとき、代わりに扱う人"
            value={ownDeputyId}
            onChange={setOwnDeputyId}
            options={[{ value: '', label: '決めていない' }, ...people]}
          />
          <p className="text-sm text-solid-gray-700 min-[700px]:col-span-2">
            扱う人を替えると、配布したシートも新しい人が扱います。どちらも決めていないシートは、職員課の全員が扱います。
          </p>
        </div>
      </Card>
      {failure !== null && <ErrorNotice problem={failure} />}
      <div>
        <Button look="primary" isDisabled={!isComplete} onPress={() => void save()}>
          設定を保存する
        </Button>
      </div>
    </>
  );
}

const titleFields = [
  { field: 'appeal', label: '申出書の名前' },
  { field: 'statement', label: '評価者の意見書の名前' },
  { field: 'result', label: '結果の通知の名前' },
] as const;

function initialWords(isInitial: boolean): string {
  return isInitial ? '初期値' : '職員課が決めた値';
}

function wholeNumber(typed: string, least: number, most: number): number | null {
  const plain = typed.normalize('NFKC').trim();
  const number = Number(plain);
  return /^\d{1,3}$/u.test(plain) && number >= least && number <= most ? number : null;
}
