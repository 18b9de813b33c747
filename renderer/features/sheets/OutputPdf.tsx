import { useState } from 'react';
import type { Period } from '../../../shared/domain/period/period';
import type { Sheet } from '../../../shared/domain/sheet/sheet';
import {
  paperStyles,
  type SheetLayout,
  sheetLayoutSchema,
} from '../../../shared/print/paper-style';
import type { OutputMode } from '../../../shared/print/plan-output';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { ChoiceKeys } from '../../ui/ChoiceKeys';
import { Dialog } from '../../ui/Dialog';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { ProgressBar } from '../../ui/ProgressBar';
import { SelectField } from '../../ui/SelectField';
import { MissingList } from './MissingCharacters';
import type { OutputCheck } from './output-run';
import { type OutputEnd, type OutputStep, useOutputRun } from './use-output-run';

const modes = [
  { value: 'person', label: '1人に1ファイル' },
  { value: 'unit', label: '所属ごとに1ファイル' },
] as const;

const modeWords: Readonly<Record<OutputMode, string>> = {
  person: '選んだフォルダの中に、所属ごとのフォルダを作って入れます。',
  unit: '1つのファイルに所属の人が続きます。しおりから、ひとりひとりへ飛べます。',
};

/** The sheets lie on paper as they do alone; blank forms are made elsewhere. */
const layouts = paperStyles.flatMap(({ id, label }) => {
  const layout = sheetLayoutSchema.safeParse(id);
  return layout.success ? [{ value: layout.data, label }] : [];
});

type OutputPdfProps = {
  chosen: readonly Sheet[];
  period: Period;
  onEnd: (end: OutputEnd) => void;
};

/** How the PDFs of those who are chosen are made, and the whole way there. */
export function OutputPdf({ chosen, period, onEnd }: OutputPdfProps) {
  const [mode, setMode] = useState<OutputMode>('person');
  const [layout, setLayout] = useState<SheetLayout>('portrait');
  const run = useOutputRun(onEnd);
  return (
    <Card title="シートをPDFにする">
      <div className="flex flex-col gap-3">
        <ChoiceKeys label="ファイルの分け方" choices={modes} value={mode} onChange={setMode} />
        <p className="text-sm text-solid-gray-700">{modeWords[mode]}</p>
        <SelectField
          label="紙の形"
          options={layouts}
          value={layout}
          onChange={(value) => setLayout(sheetLayoutSchema.parse(value))}
        />
        {run.failure !== null && <ErrorNotice problem={run.failure} onClose={run.forgetFailure} />}
        <Button
          look="primary"
          isDisabled={chosen.length === 0 || run.step !== null}
          onPress={() => run.start({ sheets: chosen, period, mode, layout })}
        >
          {chosen.length === 0 ? 'PDFにする' : `選んだ${chosen.length}人をPDFにする`}
        </Button>
      </div>
      {run.step !== null && <StepDialog step={run.step} onCancel={run.cancel} />}
    </Card>
  );
}

function StepDialog({ step, onCancel }: { step: OutputStep; onCancel: () => void }) {
  if (step.kind === 'question') return <Question check={step.check} onAnswer={step.answer} />;
  const { kind, done, people } = step;
  const writing = kind === 'writing';
  return (
    <Dialog
      title={writing ? 'PDFを書いています' : '書く前に確かめています'}
      isOpen
      mustAnswer
      onOpenChange={() => {}}
      actions={<Button onPress={onCancel}>途中でやめる</Button>}
    >
      <p>
        {writing
          ? '途中でやめても、書き終えたファイルは残ります。続きは、あとから同じフォルダに書けます。'
          : '印刷用の書体にない文字がないかを見ています。まだ何も書き込んでいません。'}
      </p>
      <ProgressBar
        label={writing ? '書いたシート' : '確かめたシート'}
        value={done}
        maximum={people}
        valueLabel={`${people} 人中 ${done} 人`}
      />
    </Dialog>
  );
}

type QuestionProps = { check: OutputCheck; onAnswer: (agreed: boolean) => void };

/** One question for all of them: how many, who is not disclosed, what will be lacking. */
function Question({ check, onAnswer }: QuestionProps) {
  const { people, undisclosed, lacking, lackingPeople, leftOut } = check;
  const made = people - leftOut.length;
  return (
    <Dialog
      title={`${made}人のシートをPDFにします`}
      isOpen
      mustAnswer
      wide={lackingPeople > 0}
      onOpenChange={(open) => !open && onAnswer(false)}
      actions={
        <>
          <Button autoFocus onPress={() => onAnswer(false)}>
            やめる
          </Button>
          <Button look="primary" isDisabled={made === 0} onPress={() => onAnswer(true)}>
            {lackingPeople > 0 ? '〓のまま、フォルダを選ぶ' : 'フォルダを選ぶ'}
          </Button>
        </>
      }
    >
      {undisclosed > 0 && (
        <p>
          このうち <strong>{undisclosed}人</strong>
          は開示前です。本人がまだ見られない評価が、載ることがあります。その人のすべてのページに「開示前・取扱注意」と入ります。
        </p>
      )}
      <p>
        ほかの人が開けないフォルダを選び、用が済んだら削除してください。同じフォルダにもう一度書くと、まだないものと変わったものだけを書きます。
      </p>
      {leftOut.length > 0 && (
        <section aria-label="出せない人" className="flex flex-col gap-1">
          <h3 className="font-bold">出せない人が {leftOut.length}人 います</h3>
          <ul className="max-h-32 list-disc overflow-auto pl-5 text-sm">
            {leftOut.map(({ sheet, why }) => (
              <li key={sheet.id}>{`${sheet.staff.name}：${why}`}</li>
            ))}
          </ul>
        </section>
      )}
      {lackingPeople > 0 && (
        <section aria-label="印刷用の書体にない文字" className="flex flex-col gap-1">
          <h3 className="font-bold">
            印刷用の書体にない文字が、{lackingPeople}人のシートにあります
          </h3>
          <p className="text-sm">このまま進むと、全員分を「〓」または基本の字形で書きます。</p>
          {lacking.map(({ model, missing }) => (
            <MissingList
              key={`${model.header.number} ${model.header.name}`}
              model={model}
              missing={missing}
            />
          ))}
          {lackingPeople > lacking.length && (
            <p className="text-sm">ほかに {lackingPeople - lacking.length}人 います。</p>
          )}
        </section>
      )}
    </Dialog>
  );
}
