import { useState } from 'react';
import { formatWareki } from '../../../shared/domain/period/wareki';
import { evaluatorRoleLabels } from '../../../shared/domain/staff/assignment-problems';
import type { EvaluatorAssignment } from '../../../shared/domain/staff/evaluator-assignment';
import { evaluatorsOn, isWithin } from '../../../shared/domain/staff/evaluators-on-a-day';
import type { StaffMember } from '../../../shared/domain/staff/staff-member';
import { removeAssignment, saveAssignment } from '../../data/evaluator-commands';
import type { Office } from '../../data/organisation-queries';
import { useStore } from '../../data/store-context';
import { localToday } from '../../platform/local-time';
import { type Problem, problemOf } from '../../platform/problem';
import { Badge } from '../../ui/Badge';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { Dialog } from '../../ui/Dialog';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { cellLook, ScrollingTable } from '../../ui/PlainTable';
import { AssignmentForm } from './AssignmentForm';

type EvaluatorDaysProps = { member: StaffMember; office: Office };

/** Who evaluates a person today, and who does from which day to which. */
export function EvaluatorDays({ member, office }: EvaluatorDaysProps) {
  const store = useStore();
  const [changing, setChanging] = useState<EvaluatorAssignment | 'new' | null>(null);
  const [removing, setRemoving] = useState<EvaluatorAssignment | null>(null);
  const [failure, setFailure] = useState<Problem | null>(null);
  const own = office.assignments.filter(({ staffId }) => staffId === member.id);
  const names = new Map(office.staff.map(({ id, name }) => [id, name]));
  const nameOf = (id: string | null) =>
    id === null ? '決まっていません' : (names.get(id) ?? '－');
  const today = localToday();
  const now = evaluatorsOn(member, own, today);

  function run(action: Promise<void>, done: () => void) {
    setFailure(null);
    action.then(done).catch((error: unknown) => setFailure(problemOf(error)));
  }

  return (
    <Card
      title="評価者"
      aside={
        <Button size="small" onPress={() => setChanging('new')}>
          担当期間を加える
        </Button>
      }
    >
      <div className="flex flex-col gap-3">
        <dl className="flex flex-wrap gap-x-8 gap-y-1">
          <Now term="今日の一次評価者" name={nameOf(now.first)} />
          <Now term="今日の二次評価者" name={nameOf(now.second)} />
          {now.consulted.length > 0 && (
            <Now term="意見を聞く評価者" name={now.consulted.map(nameOf).join('、')} />
          )}
        </dl>
        {own.length === 0 ? (
          <p className="text-sm text-solid-gray-700">
            担当期間の決まりはありません。名簿の評価者が、ずっと評価者です。異動や休職で途中から替わるときに、担当期間を加えます。
          </p>
        ) : (
          <ScrollingTable
            label="評価者の担当期間"
            columns={['役割', '評価者', '担当期間', '備考', '']}
          >
            {own.map((one) => {
              const words = `${evaluatorRoleLabels[one.role]} ${nameOf(one.evaluatorId)}`;
              return (
                <tr key={one.id} className="border-b border-solid-gray-100">
                  <td className={cellLook}>{evaluatorRoleLabels[one.role]}</td>
                  <td className={cellLook}>{nameOf(one.evaluatorId)}</td>
                  <td className={cellLook}>
                    {daysWords(one)}{' '}
                    {isWithin(today, one.from, one.to) && <Badge tone="info">今日</Badge>}
                  </td>
                  <td className={cellLook}>{one.remark}</td>
                  <td className={`${cellLook} whitespace-nowrap`}>
                    <div className="flex justify-end gap-2">
                      <Button
                        size="small"
                        aria-label={`${words} の担当期間を直す`}
                        onPress={() => setChanging(one)}
                      >
                        直す
                      </Button>
                      <Button
                        size="small"
                        aria-label={`${words} の担当期間を消す`}
                        onPress={() => setRemoving(one)}
                      >
                        消す
                      </Button>
                    </div>
                  </td>
                </tr>
              );
            })}
          </ScrollingTable>
        )}
        {failure !== null && <ErrorNotice problem={failure} onClose={() => setFailure(null)} />}
      </div>
      {changing !== null && (
        <AssignmentForm
          member={member}
          staff={office.staff}
          before={changing === 'new' ? null : changing}
          onSave={(said) =>
            run(saveAssignment(store, said, changing === 'new' ? null : changing.id), () =>
              setChanging(null),
            )
          }
          onClose={() => setChanging(null)}
        />
      )}
      {removing !== null && (
        <Dialog
          title="この担当期間を消しますか"
          isOpen
          onOpenChange={(open) => !open && setRemoving(null)}
          actions={
            <>
              <Button onPress={() => setRemoving(null)}>やめる</Button>
              <Button
                look="danger"
                onPress={() => run(removeAssignment(store, removing.id), () => setRemoving(null))}
              >
                消す
              </Button>
            </>
          }
        >
          <p>
            {evaluatorRoleLabels[removing.role]} {nameOf(removing.evaluatorId)}：
            {daysWords(removing)}
          </p>
          <p>消した期間は、名簿の評価者が評価者になります。</p>
        </Dialog>
      )}
    </Card>
  );
}

function Now({ term, name }: { term: string; name: string }) {
  return (
    <div>
      <dt className="text-sm text-solid-gray-700">{term}</dt>
      <dd className="font-bold">{name}</dd>
    </div>
  );
}

function daysWords({ from, to }: EvaluatorAssignment): string {
  return `${formatWareki(from)}から${to === null ? '（終わりは決めない）' : `${formatWareki(to)}まで`}`;
}
