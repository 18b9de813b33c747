import { entryLookup, sheetParts } from '../../../shared/domain/sheet/part';
import { stageLabels } from '../../../shared/domain/sheet/sheet-words';
import { writeOpinion } from '../../data/evaluator-change-commands';
import { type ConsultedSheet, listConsultedSheets } from '../../data/evaluator-change-queries';
import { useStore } from '../../data/store-context';
import { useLiveQuery } from '../../data/use-live-query';
import { problemOf } from '../../platform/problem';
import { Card } from '../../ui/Card';
import { Disclosure } from '../../ui/Disclosure';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Spinner } from '../../ui/Spinner';
import { RowText } from './RowText';

/** The sheets on which my opinion is asked, as for 併任. */
export function DeskConsulted({ me }: { me: string }) {
  const result = useLiveQuery(listConsultedSheets, [me]);
  if (result.state === 'loading') return <Spinner label="シートを読んでいます" />;
  if (result.state === 'failed') return <ErrorNotice problem={problemOf(result.error)} />;
  if (result.value.length === 0) return <p>意見を求められているシートはありません。</p>;
  return result.value.map((asked) => <Asked key={asked.sheet.id} asked={asked} />);
}

function Asked({ asked }: { asked: ConsultedSheet }) {
  const { sheet, form, entries, opinion, open } = asked;
  const store = useStore();
  const find = entryLookup(entries);
  const written = sheetParts(form, entries).filter(
    ({ partId }) => find(partId, 'employee') !== null,
  );

  return (
    <Card title={`${sheet.staff.name} さんについての意見`}>
      <div className="flex flex-col items-start gap-3">
        <p className="text-sm text-solid-gray-700">
          {sheet.staff.orgUnitPath.join(' ')}　{sheet.staff.positionName}　
          {stageLabels[sheet.stage]}
        </p>
        {written.length === 0 ? (
          <p>本人の目標と自己評価は、提出されたあとに見られます。</p>
        ) : (
          <Disclosure title="本人の目標と自己評価">
            <dl className="divide-y divide-solid-gray-100">
              {written.map(({ partId, name }) => {
                const entry = find(partId, 'employee');
                return (
                  <div
                    key={partId}
                    className="grid grid-cols-[12rem_3rem_minmax(0,1fr)] gap-3 py-1.5"
                  >
                    <dt>{name}</dt>
                    <dd className="font-bold">{entry?.rating ?? '－'}</dd>
                    <dd className="whitespace-pre-wrap">
                      {[entry?.goal?.content, entry?.text].filter(Boolean).join('\n')}
                    </dd>
                  </div>
                );
              })}
            </dl>
          </Disclosure>
        )}
        <div className="w-full max-w-160">
          {open ? (
            <RowText
              id={`opinion ${sheet.id}`}
              label="意見"
              description="一次評価者と職員課が読みます。本人は読めません。"
              rows={2}
              text={opinion}
              save={(text) => writeOpinion(store, { sheetId: sheet.id, text })}
            />
          ) : (
            <p className="whitespace-pre-wrap">{opinion === '' ? '意見はありません。' : opinion}</p>
          )}
        </div>
      </div>
    </Card>
  );
}
