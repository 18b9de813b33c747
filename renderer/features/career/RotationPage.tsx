import { type ReactNode, useState } from 'react';
import { GROWTH_YEARS, monthsWords, STEP_YEARS } from '../../../shared/domain/career/post-history';
import {
  type WorkField,
  workFieldLabels,
  workFieldSchema,
  workFields,
} from '../../../shared/domain/career/work-field';
import { fillPostsFromRoster } from '../../data/post-commands';
import { listRotation, type RotationRow } from '../../data/post-queries';
import { useStore } from '../../data/store-context';
import { useLiveQuery } from '../../data/use-live-query';
import { localToday } from '../../platform/local-time';
import { problemOf } from '../../platform/problem';
import { notify, notifyProblem } from '../../state/notifications';
import { Badge } from '../../ui/Badge';
import { Button } from '../../ui/Button';
import { CheckField } from '../../ui/CheckField';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Notice } from '../../ui/Notice';
import { SelectField } from '../../ui/SelectField';
import { Spinner } from '../../ui/Spinner';
import { TextLink } from '../../ui/TextLink';
import { cell, TableHead } from './TableHead';

/** As many as are read at a glance; the filters find the others. */
const MOST_ROWS = 200;

/** ジョブ・ローテーション as 職員課 watches over it: who is due, and who knows which field. */
export function RotationPage({ nav }: { nav: ReactNode }) {
  const result = useLiveQuery((store) => Promise.resolve(listRotation(store, localToday())), []);
  return (
    <div className="page-width flex flex-col gap-4">
      {nav}
      <h1 className="text-2xl font-bold">ジョブ・ローテーション</h1>
      <p className="text-sm text-solid-gray-700">
        入庁後概ね{GROWTH_YEARS}年間の育成期に、{STEP_YEARS}
        年程度を基本とします。ここに出る年数は目安で、異動を決めるものではありません。
      </p>
      {result.state === 'loading' && <Spinner label="職歴を読んでいます" />}
      {result.state === 'failed' && <ErrorNotice problem={problemOf(result.error)} />}
      {result.state === 'ready' && <Rotation rows={result.value} />}
    </div>
  );
}

function Rotation({ rows }: { rows: readonly RotationRow[] }) {
  const [dueOnly, setDueOnly] = useState(true);
  const [field, setField] = useState<WorkField | null>(null);
  const unfilled = rows.filter((row) => row.unfilled).length;
  const proposing = rows.filter(({ proposed }) => proposed > 0);
  const shown = rows
    .filter(({ rotation }) => !dueOnly || rotation.due)
    .filter(({ experience }) => field === null || experience.some((one) => one.field === field));
  return (
    <>
      {unfilled > 0 && <Fill people={unfilled} />}
      {proposing.length > 0 && (
        <Notice tone="info" title={`本人が書いた職歴の確認待ちが ${proposing.length} 人あります`}>
          <p className="flex flex-wrap gap-3">
            {proposing.map(({ person }) => (
              <TextLink key={person.id} href={`/career/people/${person.id}/posts`}>
                {person.name}
              </TextLink>
            ))}
          </p>
        </Notice>
      )}
      <div className="flex flex-wrap items-end gap-6">
        <div className="pb-2.5">
          <CheckField
            label={`${STEP_YEARS}年程度を過ぎた育成期の職員だけ`}
            checked={dueOnly}
            onChange={setDueOnly}
          />
        </div>
        <SelectField
          label="経験した分野"
          className="w-64"
          options={[
            { value: '', label: 'すべて' },
            ...workFields.map((one) => ({ value: one, label: workFieldLabels[one] })),
          ]}
          value={field ?? ''}
          onChange={(chosen) => setField(workFieldSchema.safeParse(chosen).data ?? null)}
        />
        <p className="pb-2.5 text-sm">{shown.length}人</p>
      </div>
      <table className="w-full rounded-12 border border-solid-gray-200 bg-white text-sm">
        <caption className="sr-only">ジョブ・ローテーション</caption>
        <TableHead names={['氏名', '所属', '今の所属', '入庁から', '経験した分野']} />
        <tbody>
          {shown.slice(0, MOST_ROWS).map(({ person, rotation, experience }) => (
            <tr key={person.id} className="border-b border-solid-gray-100">
              <th scope="row" className={cell}>
                <TextLink href={`/career/people/${person.id}/posts`}>{person.name}</TextLink>
              </th>
              <td className={cell}>
                {person.unit}　{person.jobTitle}
              </td>
              <td className={`${cell} whitespace-nowrap`}>
                {rotation.present === null ? '—' : monthsWords(rotation.monthsAtPost)}
                {rotation.due && (
                  <Badge tone="warning" className="ml-2">
                    {STEP_YEARS}年程度を過ぎた
                  </Badge>
                )}
              </td>
              <td className={`${cell} whitespace-nowrap`}>
                {rotation.since === null ? '—' : monthsWords(rotation.serviceMonths)}
              </td>
              <td className={cell}>
                {experience
                  .map((one) => `${workFieldLabels[one.field]} ${monthsWords(one.months)}`)
                  .join('、')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length > MOST_ROWS && (
        <p className="text-sm">
          ほかに {shown.length - MOST_ROWS} 人います。条件で絞ってください。
        </p>
      )}
    </>
  );
}

function Fill({ people }: { people: number }) {
  const store = useStore();
  return (
    <Notice
      tone="warning"
      title={`名簿の今の所属が、職歴に入っていない職員が ${people} 人います`}
      actions={
        <Button
          onPress={() => {
            fillPostsFromRoster(store)
              .then((filled) =>
                notify({ tone: 'success', title: `${filled}人の職歴に、今の所属を加えました` }),
              )
              .catch((error: unknown) => notifyProblem(problemOf(error)));
          }}
        >
          名簿から加える
        </Button>
      }
    >
      <p>名簿の「現所属配属日」から今の所属を加え、前の所属はその前の日で終わりにします。</p>
    </Notice>
  );
}
