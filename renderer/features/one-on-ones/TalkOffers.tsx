import { useState } from 'react';
import { formatWareki } from '../../../shared/domain/period/wareki';
import { talkThemes } from '../../../shared/domain/talk/talk';
import { themeLabels } from '../../../shared/domain/talk/talk-words';
import { useStore } from '../../data/store-context';
import type { TalkPageView, TalkSurroundings } from '../../data/talk-page-queries';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { ChoiceKeys } from '../../ui/ChoiceKeys';
import { TextLink } from '../../ui/TextLink';
import { ContactCard } from './ContactCard';
import { talkAutosave } from './talk-autosave';

type OfferProps = { view: TalkPageView; around: TalkSurroundings };

/** What helps to begin; nothing here has to be used. */
export function TalkOffers({ view, around }: OfferProps) {
  const { last, goals, wishes, settings } = around;
  return (
    <aside aria-label="話の手がかり" className="flex min-w-0 flex-col gap-4">
      {last !== null && (
        <Card title="前回の共有の記録" level={3}>
          <p className="text-sm">
            <TextLink href={`/one-on-ones/${last.talkId}`} className="font-normal">
              {last.on === null ? '前回' : formatWareki(last.on)}
            </TextLink>
          </p>
          <p className="mt-1 line-clamp-6 text-sm whitespace-pre-wrap">{last.text}</p>
        </Card>
      )}
      {goals.length > 0 && (
        <Card title="取り組んでいる目標" level={3}>
          <ul className="flex flex-col gap-1.5 text-sm">
            {goals.map(({ title, deadline }) => (
              <li key={title}>
                {title}
                {deadline !== '' && (
                  <span className="block text-solid-gray-700">いつまでに：{deadline}</span>
                )}
              </li>
            ))}
          </ul>
        </Card>
      )}
      {wishes.length > 0 && (
        <Card title="キャリアプランから" level={3}>
          <dl className="flex flex-col gap-1.5 text-sm">
            {wishes.map(({ label, text }) => (
              <div key={label}>
                <dt className="text-solid-gray-700">{label}</dt>
                <dd className="line-clamp-4 whitespace-pre-wrap">{text}</dd>
              </div>
            ))}
          </dl>
        </Card>
      )}
      {view.access.topics === 'write' && settings.cards.length > 0 && (
        <TopicCards view={view} cards={settings.cards} />
      )}
      <ContactCard text={settings.contactText} />
    </aside>
  );
}

const themes = talkThemes.map((value) => ({ value, label: themeLabels[value] }));

type TopicCardsProps = {
  view: TalkPageView;
  cards: TalkSurroundings['settings']['cards'];
};

/** Open questions by theme; one that is taken becomes a topic of whoever took it. */
function TopicCards({ view, cards }: TopicCardsProps) {
  const store = useStore();
  const [theme, setTheme] = useState<(typeof talkThemes)[number]>('work');
  const { talk, topics } = view.contents;
  return (
    <Card title="話題カード" level={3}>
      <ChoiceKeys label="話題の種類" choices={themes} value={theme} onChange={setTheme} />
      <ul className="mt-3 flex flex-col gap-3">
        {cards
          .filter((card) => card.theme === theme)
          .map((card) => (
            <li key={card.id} className="flex flex-col items-start gap-1 text-sm">
              <p>{card.text}</p>
              <Button
                size="small"
                look="quiet"
                className="min-h-7! px-1!"
                isDisabled={topics.some(({ text }) => text === card.text)}
                aria-label={`「${card.text}」を話したいことに加える`}
                onPress={() =>
                  talkAutosave(store).change({
                    ...{ talkId: talk.id, by: view.me, what: 'topic', id: store.newId() },
                    patch: { text: card.text, theme: card.theme, wanted: 'think' },
                  })
                }
              >
                話したいことに加える
              </Button>
            </li>
          ))}
      </ul>
    </Card>
  );
}
