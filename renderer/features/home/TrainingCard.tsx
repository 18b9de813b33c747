import type { ListedApplication } from '../../data/training-queries';
import { loadTrainingTurns } from '../../data/training-queries';
import { useLiveQuery } from '../../data/use-live-query';
import { Card } from '../../ui/Card';
import { TextLink } from '../../ui/TextLink';

/** What of 研修 waits for me; nothing while nothing does. */
export function TrainingCard() {
  const read = useLiveQuery((store) => Promise.resolve(loadTrainingTurns(store)), []);
  if (read.state !== 'ready') return null;
  const { reports, recommendations, decisions } = read.value;
  if (reports.length + recommendations.length + decisions === 0) return null;
  return (
    <Card title="研修で私を待っていること">
      <ul className="flex flex-col gap-2">
        {reports.map(({ application, call }) => (
          <Waiting
            key={application.id}
            application={application}
            words={`「${call.title}」の報告を書く`}
          />
        ))}
        {recommendations.map(({ application, call, person }) => (
          <Waiting
            key={application.id}
            application={application}
            words={`「${call.title}」への${person.name}さんの申込みに意見を書く`}
          />
        ))}
        {decisions > 0 && (
          <li>
            <TextLink href="/hr/training/applications">
              {`決定を待っている申込みが ${decisions} 件あります`}
            </TextLink>
          </li>
        )}
      </ul>
    </Card>
  );
}

function Waiting({
  application,
  words,
}: Pick<ListedApplication, 'application'> & { words: string }) {
  return (
    <li>
      <TextLink href={`/training/applications/${application.id}`}>{words}</TextLink>
    </li>
  );
}
