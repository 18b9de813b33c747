import { earlierWords } from '../../../shared/domain/career/career-words';
import { answersEarlier } from '../../../shared/domain/career/change-request';
import { fiscalYearName } from '../../../shared/domain/period/fiscal-year';
import { listRequestsThroughMe } from '../../data/placement-queries';
import { useLiveQuery } from '../../data/use-live-query';
import { localToday } from '../../platform/local-time';
import { problemOf } from '../../platform/problem';
import { Card } from '../../ui/Card';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Spinner } from '../../ui/Spinner';
import { CareerNav } from './CareerNav';
import { RequestNoteForm } from './RequestNoteForm';
import { RequestWords } from './RequestWords';

/** The requests of my people that come through me, with my opinion on each. */
export function RequestsThroughMePage() {
  const result = useLiveQuery(
    (store) => Promise.resolve(listRequestsThroughMe(store, localToday())),
    [],
  );
  return (
    <div className="page-width flex flex-col gap-4">
      <CareerNav />
      <h1 className="text-2xl font-bold">所属長意見</h1>
      <p className="text-sm text-solid-gray-700">
        あなたを通して出された配属希望申告です。書いた意見は、職員課だけが読みます。
      </p>
      {result.state === 'loading' && <Spinner label="申告を読んでいます" />}
      {result.state === 'failed' && <ErrorNotice problem={problemOf(result.error)} />}
      {result.state === 'ready' && result.value.requests.length === 0 && (
        <p>あなたを通して出された申告はありません。</p>
      )}
      {result.state === 'ready' &&
        result.value.requests.map(({ person, request, consideration, opinions, mayOpine }) => (
          <Card
            key={request.id}
            title={`${person.name}（${fiscalYearName(request.fiscalYear)}）`}
            aside={<span className="text-sm text-solid-gray-700">{person.unit}</span>}
            className="flex flex-col gap-3"
          >
            <RequestWords
              request={request}
              consideration={consideration}
              units={result.value.units}
            />
            {opinions
              .filter(({ note, mine }) => mine && answersEarlier(note, request))
              .map(({ note }) => (
                <p key={note.id} className="text-sm">
                  下の意見は、{earlierWords(note)}
                  です。本人が提出し直しました。希望を読み、意見を確かめて直してください。
                </p>
              ))}
            {mayOpine && (
              <RequestNoteForm
                requestId={request.id}
                kind="opinion"
                writerId={result.value.me}
                label={`所属長意見（${person.name}）`}
                description="本人には見えません。"
                stored={opinions.find(({ mine }) => mine)?.note.text ?? ''}
              />
            )}
          </Card>
        ))}
    </div>
  );
}
