import { useNavigate } from 'react-router';
import { formatWareki } from '../../../shared/domain/period/wareki';
import type { TrainingSuggestion } from '../../../shared/domain/training/suggest-training';
import type { TrainingCall } from '../../../shared/domain/training/training-call';
import { takesApplications } from '../../../shared/domain/training/training-rules';
import {
  callStateLabels,
  callWords,
  daysWords,
  hoursWords,
  trainingKindLabels,
} from '../../../shared/domain/training/training-words';
import { useFlushedAction } from '../../common/use-flushed-action';
import { useStore } from '../../data/store-context';
import { startApplication } from '../../data/training-commands';
import { loadOwnTraining, type OwnTraining } from '../../data/training-queries';
import { useLiveQuery } from '../../data/use-live-query';
import { localToday } from '../../platform/local-time';
import { problemOf } from '../../platform/problem';
import { Badge } from '../../ui/Badge';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Spinner } from '../../ui/Spinner';
import { ApplicationList } from './ApplicationList';
import { TrainingNav } from './TrainingNav';

/** What there is to apply for, what may help, and where my applications stand. */
export function TrainingPage() {
  const read = useLiveQuery((store) => Promise.resolve(loadOwnTraining(store)), []);
  if (read.state === 'loading') return <Spinner label="研修を開いています" />;
  if (read.state === 'failed') return <ErrorNotice problem={problemOf(read.error)} />;
  return <OwnTrainingView own={read.value} />;
}

function OwnTrainingView({ own }: { own: OwnTraining }) {
  const store = useStore();
  const navigate = useNavigate();
  const { run, failure } = useFlushedAction();
  const open = own.calls.filter((call) => takesApplications(call, localToday()));
  const others = own.calls.filter((call) => !open.includes(call));
  const apply = (call: TrainingCall) =>
    run(async () => {
      const { id } = await startApplication(store, call.id);
      await navigate(`/training/applications/${id}`);
    });
  return (
    <div className="page-width flex flex-col gap-4">
      <TrainingNav heads={own.heads} />
      <h1 className="text-2xl font-bold">研修</h1>
      {failure}
      {own.applications.length > 0 && (
        <Card title="私の申込み">
          <ApplicationList applications={own.applications} label="私の申込み" withPerson={false} />
        </Card>
      )}
      <Card title="あなたへのおすすめ">
        {own.suggestions.length === 0 ? (
          <p className="text-solid-gray-700">
            今はありません。自己評価、開示された評語、キャリアプランの自己チェックをもとに、求められる水準に届いていない能力を伸ばす研修を示します。
          </p>
        ) : (
          <ul className="flex flex-col divide-y divide-solid-gray-200">
            {own.suggestions.slice(0, 5).map((suggestion) => (
              <Suggestion key={suggestion.call.id} suggestion={suggestion} onApply={apply} />
            ))}
          </ul>
        )}
      </Card>
      <Card title="募集中">
        {open.length === 0 ? (
          <p className="text-solid-gray-700">今、申し込める募集はありません。</p>
        ) : (
          <ul className="flex flex-col divide-y divide-solid-gray-200">
            {open.map((call) => (
              <li key={call.id} className="flex flex-wrap items-start justify-between gap-4 py-3">
                <CallWords call={call} abilities={own.abilities} />
                <ApplyButton call={call} onApply={apply} />
              </li>
            ))}
          </ul>
        )}
      </Card>
      {others.length > 0 && (
        <Card title="これからの計画">
          <ul className="flex flex-col divide-y divide-solid-gray-200">
            {others.map((call) => (
              <li key={call.id} className="py-3">
                <CallWords call={call} abilities={own.abilities} />
              </li>
            ))}
          </ul>
        </Card>
      )}
    </div>
  );
}

function ApplyButton({
  call,
  onApply,
}: {
  call: TrainingCall;
  onApply: (call: TrainingCall) => void;
}) {
  const words = callWords[call.kind].apply;
  return (
    <Button aria-label={`「${call.title}」に${words}`} onPress={() => onApply(call)}>
      {words}
    </Button>
  );
}

function Suggestion({
  suggestion: { call, reasons },
  onApply,
}: {
  suggestion: TrainingSuggestion;
  onApply: (call: TrainingCall) => void;
}) {
  return (
    <li className="flex flex-wrap items-start justify-between gap-4 py-3">
      <div className="flex min-w-0 flex-col gap-1">
        <p className="font-bold">
          {call.title}
          <span className="ml-3 text-sm font-normal text-solid-gray-700">{daysWords(call)}</span>
        </p>
        <ul className="list-disc pl-5 text-sm">
          {reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      </div>
      {takesApplications(call, localToday()) ? (
        <ApplyButton call={call} onApply={onApply} />
      ) : (
        <Badge>{callStateLabels[call.state]}</Badge>
      )}
    </li>
  );
}

/** A call as everybody reads it. */
export function CallWords({
  call,
  abilities,
}: {
  call: TrainingCall;
  abilities: ReadonlyMap<string, string>;
}) {
  const names = [...new Set(call.itemIds.map((id) => abilities.get(id) ?? id))];
  const facts = [
    call.trainingKind === null ? '' : trainingKindLabels[call.trainingKind],
    call.audience === '' ? '' : `対象：${call.audience}`,
    daysWords(call),
    hoursWords(call.hours),
    call.seats === null ? '' : `定員${call.seats}人`,
    call.applyBy === null ? '' : `申込みは${formatWareki(call.applyBy)}まで`,
  ].filter((fact) => fact !== '');
  return (
    <div className="flex min-w-0 flex-1 flex-col gap-1">
      <p className="flex flex-wrap items-center gap-2 font-bold">
        {call.kind !== 'course' && <Badge tone="info">{callWords[call.kind].name}</Badge>}
        {call.title}
      </p>
      <p className="text-sm text-solid-gray-700">{facts.join('　')}</p>
      {names.length > 0 && <p className="text-sm">伸ばす能力：{names.join('、')}</p>}
      {call.guidance !== '' && <p className="text-sm whitespace-pre-wrap">{call.guidance}</p>}
    </div>
  );
}
