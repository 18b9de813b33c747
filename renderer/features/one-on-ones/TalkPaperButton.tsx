import { useState } from 'react';
import { isConfidential } from '../../../shared/domain/talk/talk-rules';
import { talkKindLabels, wantedLabels } from '../../../shared/domain/talk/talk-words';
import { buildTalkRecordModel } from '../../../shared/print/build-office-paper';
import { PaperFileButton } from '../../common/PaperFileButton';
import { usePrinting } from '../../common/use-printing';
import { useStore } from '../../data/store-context';
import { loadTalkPage, type TalkPageView } from '../../data/talk-page-queries';
import { CheckField } from '../../ui/CheckField';
import { actionWords } from './TalkActions';
import { personWords, whenWords } from './talk-line-words';

/** The shared part into a PDF; what stays between two only when she asks for it. */
export function TalkPaperButton({ view }: { view: TalkPageView }) {
  const store = useStore();
  const printing = usePrinting();
  const [asked, setAsked] = useState(false);
  const { talk } = view.contents;
  const isClosed = isConfidential(talk.kind);
  if (view.access.sharedNote === 'none') return null;

  return (
    <div className="flex flex-col gap-2">
      {isClosed && (
        <CheckField
          label="この記録を紙にする"
          checked={asked}
          description="相談と職場復帰支援の記録は、ふだんは紙にもファイルにもしません。"
          onChange={setAsked}
        />
      )}
      {(!isClosed || asked) && (
        <>
          <PaperFileButton
            label="共有の部分をPDFにする"
            purpose="talk"
            day={talk.on ?? ''}
            make={async () => modelOf(await loadTalkPage(store, talk.id), printing())}
          />
          <p className="text-sm text-solid-gray-700">
            話題、共有の記録、約束だけが紙になります。メモと振り返りは入りません。
          </p>
        </>
      )}
    </div>
  );
}

function modelOf(
  { contents, people }: TalkPageView,
  printing: { printedAt: string; sample: boolean },
) {
  const { talk, topics, note, actions } = contents;
  const [, first] = people;
  const isMeeting = talk.kind === 'workplaceMeeting';
  const label = talkKindLabels[talk.kind];
  return buildTalkRecordModel({
    title: `${label}の記録`,
    personName: isMeeting ? '' : (first?.name ?? ''),
    orgUnit: first?.unit ?? '',
    facts: [
      { name: '日時', value: whenWords(talk) },
      { name: '参加した人', value: people.map(personWords).join('、') },
    ],
    topics: topics
      .filter(({ text }) => text.trim() !== '')
      .map(({ text, wanted }) => `${text.trim()}（${wantedLabels[wanted]}）`),
    note: note?.text ?? '',
    actions: actions
      .filter(({ text }) => text.trim() !== '')
      .map((action) =>
        [action.text.trim(), actionWords({ people }, action)].filter(Boolean).join('　'),
      ),
    ...printing,
  });
}
