import { type ReactNode, useState } from 'react';
import { defaultTalkSettings } from '../../../shared/domain/talk/default-talk-settings';
import { type TalkSettings, type TopicCard, talkThemes } from '../../../shared/domain/talk/talk';
import { themeLabels } from '../../../shared/domain/talk/talk-words';
import { useStore } from '../../data/store-context';
import { listUnitTalkCounts } from '../../data/talk-count-queries';
import { loadTalkSettings, saveTalkSettings } from '../../data/talk-settings';
import { useLiveQuery } from '../../data/use-live-query';
import { type Problem, problemOf } from '../../platform/problem';
import { notify } from '../../state/notifications';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Spinner } from '../../ui/Spinner';
import { TextArea } from '../../ui/TextArea';
import { TextField } from '../../ui/TextField';

/** What 職員課 keeps for the talks of the office, and the two numbers that it sees of them. */
export function TalkOfficePage({ nav }: { nav: ReactNode }) {
  const settings = useLiveQuery(loadTalkSettings, []);
  return (
    <div className="mx-auto flex w-full max-w-4xl flex-col gap-4">
      {nav}
      <h1 className="text-2xl font-bold">1on1と職場内ミーティング</h1>
      <UnitCounts />
      {settings.state === 'loading' && <Spinner label="設定を開いています" />}
      {settings.state === 'failed' && <ErrorNotice problem={problemOf(settings.error)} />}
      {settings.state === 'ready' && (
        <SettingsForm key={settings.value.updatedAt} settings={settings.value} />
      )}
    </div>
  );
}

function UnitCounts() {
  const counts = useLiveQuery(listUnitTalkCounts, []);
  if (counts.state === 'loading') return <Spinner label="回数を数えています" />;
  if (counts.state === 'failed') return <ErrorNotice problem={problemOf(counts.error)} />;
  return (
    <Card title="今年度の回数">
      <p className="mb-2 text-sm text-solid-gray-700">
        所属ごとの回数だけが見えます。だれが話したか、いつ、何を話したかは見えません。相談と職場復帰支援の面談は数えません。3人未満の所属は、まとめて数えます。
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard scrolls it from here */}
      <section aria-label="所属ごとの回数の表" tabIndex={0} className="focus-ring overflow-x-auto">
        <table className="w-full border-collapse text-left text-sm">
          <caption className="sr-only">所属ごとの回数</caption>
          <thead>
            <tr className="border-b border-solid-gray-300 text-solid-gray-700">
              {['所属', '人数', '1on1', '職場内ミーティング'].map((column) => (
                <th key={column} scope="col" className="px-2 py-1.5 font-normal">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {counts.value.map((unit) => (
              <tr key={unit.unitName} className="border-b border-solid-gray-100">
                <td className="px-2 py-1.5">{unit.unitName}</td>
                <td className="px-2 py-1.5 tabular-nums">{unit.people}</td>
                <td className="px-2 py-1.5 tabular-nums">{unit.oneOnOnes}</td>
                <td className="px-2 py-1.5 tabular-nums">{unit.meetings}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Card>
  );
}

function SettingsForm({ settings }: { settings: TalkSettings }) {
  const store = useStore();
  const initial = defaultTalkSettings({ now: settings.updatedAt, by: settings.updatedBy });
  const [years, setYears] = useState(String(settings.retentionYears));
  const [contact, setContact] = useState(settings.contactText);
  const [cards, setCards] = useState<readonly TopicCard[]>(settings.cards);
  const [failure, setFailure] = useState<Problem | null>(null);
  const retentionYears = wholeYears(years);

  async function save() {
    if (retentionYears === null) return;
    setFailure(null);
    try {
      await saveTalkSettings(store, { retentionYears, contactText: contact, cards: [...cards] });
      notify({ tone: 'success', title: '1on1の設定を保存しました' });
    } catch (error) {
      setFailure(problemOf(error));
    }
  }

  const change = (id: string, text: string) =>
    setCards(cards.map((card) => (card.id === id ? { ...card, text } : card)));
  return (
    <>
      <Card title="窓口と保存期間">
        <div className="flex flex-col gap-4">
          <TextArea
            label="ハラスメント・健康相談窓口（1on1の画面に出る文）"
            rows={2}
            value={contact}
            description={initialWords(settings.contactText === initial.contactText)}
            onChange={setContact}
          />
          <TextField
            label="話の記録の保存期間（年）"
            value={years}
            onChange={setYears}
            description={initialWords(settings.retentionYears === initial.retentionYears)}
            className="max-w-72"
            {...(retentionYears === null ? { error: '1から30までの数字で入れてください。' } : {})}
          />
        </div>
      </Card>
      <Card title="話題カード">
        <p className="mb-3 text-sm text-solid-gray-700">
          「はい・いいえ」で終わらない問いを置きます。空にして保存すると、そのカードはなくなります。
        </p>
        <div className="flex flex-col gap-5">
          {talkThemes.map((theme) => (
            <fieldset key={theme} className="flex flex-col gap-2">
              <legend className="mb-1 text-sm font-bold">{themeLabels[theme]}</legend>
              {cards
                .filter((card) => card.theme === theme)
                .map((card, index) => (
                  <TextField
                    key={card.id}
                    label={`${themeLabels[theme]}のカード${index + 1}`}
                    labelHidden
                    value={card.text}
                    onChange={(text) => change(card.id, text)}
                  />
                ))}
              <Button
                size="small"
                look="quiet"
                className="self-start"
                onPress={() => setCards([...cards, { id: store.newId(), theme, text: '' }])}
              >
                {themeLabels[theme]}のカードを加える
              </Button>
            </fieldset>
          ))}
        </div>
      </Card>
      {failure !== null && <ErrorNotice problem={failure} />}
      <div>
        <Button look="primary" isDisabled={retentionYears === null} onPress={() => void save()}>
          1on1の設定を保存する
        </Button>
      </div>
    </>
  );
}

function initialWords(isInitial: boolean): string {
  return isInitial ? '初期値' : '職員課が決めた値';
}

function wholeYears(typed: string): number | null {
  const plain = typed.normalize('NFKC').trim();
  const years = Number(plain);
  return /^\d{1,2}$/u.test(plain) && years >= 1 && years <= 30 ? years : null;
}
