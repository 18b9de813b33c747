import { useId, useState } from 'react';
import { type OpenQuestion, openQuestions } from '../../../shared/domain/framework/open-questions';
import { settleOpenQuestion, withdrawOpenQuestion } from '../../data/commands';
import { loadFrameworkSet } from '../../data/queries';
import { useStore } from '../../data/store-context';
import { useLiveQuery } from '../../data/use-live-query';
import { type Problem, problemOf } from '../../platform/problem';
import { Badge } from '../../ui/Badge';
import { Button } from '../../ui/Button';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { ProgressBar } from '../../ui/ProgressBar';
import { Spinner } from '../../ui/Spinner';
import { TextArea } from '../../ui/TextArea';
import { HrNav } from './HrNav';

/** 職員課 settles the wordings of the policy's tables that can be read in two ways. */
export function OpenQuestionsPage() {
  const result = useLiveQuery(async (store) => openQuestions(await loadFrameworkSet(store)), []);
  if (result.state === 'loading') return <Spinner label="体系図を読んでいます" />;
  if (result.state === 'failed') return <ErrorNotice problem={problemOf(result.error)} />;
  const questions = result.value;
  const settled = questions.filter(({ settlement }) => settlement !== null).length;
  return (
    <div className="page-width flex flex-col gap-4">
      <HrNav />
      <h1 className="text-2xl font-bold">体系図の文言の確認</h1>
      <p>
        人材育成基本方針の体系図には、読み方を確かめたい文言があります。確定すると、シートと紙の「※確認待ち」の印が消えます。
      </p>
      <ProgressBar
        label="確定の進み"
        value={settled}
        maximum={questions.length}
        valueLabel={`${questions.length} 件中 ${settled} 件を確定`}
      />
      <ol className="grid grid-cols-1 items-start gap-4 min-[1500px]:grid-cols-2">
        {questions.map((question) => (
          <li key={question.id}>
            <QuestionCard
              key={`${question.id} ${question.settlement?.settledAt ?? ''}`}
              question={question}
            />
          </li>
        ))}
      </ol>
    </div>
  );
}

function QuestionCard({ question }: { question: OpenQuestion }) {
  const store = useStore();
  const titleId = useId();
  const { settlement } = question;
  const [text, setText] = useState(settlement?.text ?? question.currentText);
  const [failure, setFailure] = useState<Problem | null>(null);

  async function run(action: () => Promise<void>) {
    setFailure(null);
    try {
      await action();
    } catch (error) {
      setFailure(problemOf(error));
    }
  }

  return (
    <article
      aria-labelledby={titleId}
      className="flex flex-col gap-3 rounded-12 border border-solid-gray-200 bg-white p-5"
    >
      <div className="flex flex-wrap items-baseline justify-between gap-2">
        <h2 id={titleId} className="text-base font-bold">
          {question.where}
        </h2>
        <span className="flex items-center gap-3 text-sm text-solid-gray-700">
          {question.frameworkName}
          {settlement === null ? (
            <Badge tone="warning">確認待ち</Badge>
          ) : (
            <Badge tone="success">確定済み</Badge>
          )}
        </span>
      </div>
      <p className="text-sm">{question.question}</p>
      {settlement === null ? (
        <TextArea
          label="載せる文言"
          description="基本方針の文言が入っています。直すときは、書き換えてから確定します。"
          rows={1}
          value={text}
          onChange={setText}
        />
      ) : (
        <div className="border-l-[3px] border-key-300 bg-solid-gray-50 px-3 py-1.5">
          <p>{settlement.text}</p>
          {settlement.text !== question.currentText && (
            <p className="text-sm text-solid-gray-700">元の文言：{question.currentText}</p>
          )}
        </div>
      )}
      {failure !== null && <ErrorNotice problem={failure} />}
      <div>
        {settlement === null ? (
          <Button
            size="small"
            aria-label={`${question.where} を確定する`}
            isDisabled={text.trim() === ''}
            onPress={() =>
              void run(() => settleOpenQuestion(store, { questionId: question.id, text }))
            }
          >
            確定する
          </Button>
        ) : (
          <Button
            size="small"
            aria-label={`${question.where} の確定を取り消す`}
            onPress={() => void run(() => withdrawOpenQuestion(store, question.id))}
          >
            確定を取り消す
          </Button>
        )}
      </div>
    </article>
  );
}
