import { useEffect, useMemo, useState } from 'react';
import { useParams } from 'react-router';
import type { IkuseiError } from '../../../shared/domain/errors';
import { fiscalYearOf } from '../../../shared/domain/period/fiscal-year';
import { formatWareki } from '../../../shared/domain/period/wareki';
import { textKindLabels } from '../../../shared/domain/search/text-document';
import { asIkuseiError } from '../../data/as-ikusei-error';
import { loadIdentity } from '../../data/queries';
import { useStore } from '../../data/store-context';
import { readTimeline } from '../../data/text-search';
import {
  type Timeline,
  type TimelineItem,
  type TimelineKind,
  timelineKinds,
} from '../../data/timeline-queries';
import { useLiveQuery } from '../../data/use-live-query';
import { onWritten } from '../../data/write-mark';
import { problemOf } from '../../platform/problem';
import { Badge } from '../../ui/Badge';
import { Button } from '../../ui/Button';
import { CheckChips } from '../../ui/CheckChips';
import { CheckField } from '../../ui/CheckField';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { LinkButton } from '../../ui/LinkButton';
import { Spinner } from '../../ui/Spinner';
import { TextLink } from '../../ui/TextLink';

/** Everything that I may read of one person, over the years. */
export function TimelinePage() {
  const { staffId = '' } = useParams();
  const identity = useLiveQuery(loadIdentity, []);
  if (identity.state === 'failed') return <ErrorNotice problem={problemOf(identity.error)} />;
  if (identity.state === 'loading') return null;
  // What another person may read is never in sight, not even for a moment.
  return <PersonTimeline key={`${identity.value.staffId} ${staffId}`} staffId={staffId} />;
}

function PersonTimeline({ staffId }: { staffId: string }) {
  const [confidential, setConfidential] = useState(false);
  const { timeline, error } = useTimeline(staffId, confidential);
  if (error !== null) return <ErrorNotice problem={problemOf(error)} />;
  if (timeline === null) return <Spinner label="これまでの記録を読んでいます" />;
  const { person } = timeline;
  if (person === null) {
    return (
      <div className="page-width flex flex-col items-start gap-4">
        <h1 className="text-2xl font-bold">出せる記録はありません</h1>
        <p>この人の記録で、いま出せるものはありません。</p>
        <CheckField
          label="相談・職場復帰支援の面談も出す"
          checked={confidential}
          onChange={setConfidential}
        />
        <LinkButton href="/">ホームへ</LinkButton>
      </div>
    );
  }
  return (
    <div className="page-width flex flex-col gap-4">
      <header className="flex flex-col gap-1">
        <h1 className="text-2xl font-bold">
          {person.isMe ? '私のこれまで' : `${person.name} さんのこれまで`}
        </h1>
        <p className="text-sm text-solid-gray-700">
          目標、取組の記録、面談、1on1と、自分の職務行動記録を、新しい順に並べています。あなたが読めるものだけが出ます。
        </p>
      </header>
      <Items timeline={timeline} confidential={confidential} onConfidential={setConfidential} />
    </div>
  );
}

/** Read in the search's own thread, and again after every write. */
function useTimeline(staffId: string, confidential: boolean) {
  const store = useStore();
  const [told, setTold] = useState<{ timeline: Timeline | null; error: IkuseiError | null }>({
    timeline: null,
    error: null,
  });
  useEffect(() => {
    let live = true;
    const read = () => {
      readTimeline(store, staffId, { confidential }).then(
        (timeline) => live && setTold({ timeline, error: null }),
        (error: unknown) => live && setTold({ timeline: null, error: asIkuseiError(error) }),
      );
    };
    read();
    const stop = onWritten(store, read);
    return () => {
      live = false;
      stop();
    };
  }, [store, staffId, confidential]);
  return told;
}

type ItemsProps = {
  timeline: Timeline;
  confidential: boolean;
  onConfidential: (confidential: boolean) => void;
};

function Items({ timeline: { items }, confidential, onConfidential }: ItemsProps) {
  const [kinds, setKinds] = useState<readonly TimelineKind[]>([]);
  const shown = useMemo(
    () => items.filter(({ kind }) => kinds.length === 0 || kinds.includes(kind)),
    [items, kinds],
  );
  const years = useMemo(() => byYear(shown), [shown]);
  return (
    <>
      <search aria-label="記録を絞り込む" className="flex flex-wrap items-end gap-x-8 gap-y-3">
        <CheckChips
          label="種類（えらばなければ全部）"
          chips={timelineKinds.map((kind) => ({ id: kind, label: textKindLabels[kind] }))}
          chosen={kinds}
          onChange={(chosen) => setKinds(timelineKinds.filter((kind) => chosen.includes(kind)))}
        />
        <CheckField
          label="相談・職場復帰支援の面談も出す"
          checked={confidential}
          onChange={onConfidential}
        />
        <p role="status" className="ml-auto pb-1 text-sm text-solid-gray-700">
          {shown.length} 件
        </p>
      </search>
      {shown.length === 0 && (
        <div className="flex flex-col items-start gap-3 rounded-12 border border-dashed border-solid-gray-400 bg-white p-6">
          {items.length === 0 ? (
            <p>
              まだ何もありません。目標を書く、面談や1on1をする、職務行動記録を書くと、ここに並びます。
            </p>
          ) : (
            <>
              <p>この種類の記録はありません。</p>
              <Button onPress={() => setKinds([])}>条件を消す</Button>
            </>
          )}
        </div>
      )}
      {years.map(({ year, items: ofYear }) => (
        <section key={year} aria-label={yearWords(year)} className="flex flex-col gap-3">
          <h2 className="text-lg font-bold">{yearWords(year)}</h2>
          <ol className="ml-1.5 flex flex-col gap-3 border-l-2 border-solid-gray-300 pl-5">
            {ofYear.map((item) => (
              <li key={item.key} className="relative">
                <span
                  aria-hidden="true"
                  className="absolute top-5 -left-[1.6875rem] size-3 rounded-full border-2 border-solid-gray-50 bg-key-900"
                />
                <ItemCard item={item} />
              </li>
            ))}
          </ol>
        </section>
      ))}
    </>
  );
}

function ItemCard({ item }: { item: TimelineItem }) {
  const { kind, day, title, pieces, href } = item;
  // Of a goal the day is that of its period, which stands beside it.
  const when = kind === 'goal' ? title : formatWareki(day);
  const name = kind === 'talk' ? title : textKindLabels[kind];
  return (
    <article
      aria-label={`${when} ${name}`}
      className="flex flex-col gap-1.5 rounded-12 border border-solid-gray-200 bg-white px-5 py-3"
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <p className="font-bold">{when}</p>
        <Badge tone={kind === 'talk' ? 'info' : 'neutral'}>{name}</Badge>
        <TextLink href={href} className="ml-auto text-sm" aria-label={`${when}の${name}を開く`}>
          開く
        </TextLink>
      </div>
      {pieces.length > 0 && (
        <dl className="flex flex-col gap-1 text-sm">
          {pieces.map(({ label, text }) => (
            <div key={`${label} ${text}`} className="flex gap-3">
              {label !== '' && <dt className="w-24 shrink-0 text-solid-gray-700">{label}</dt>}
              <dd className="line-clamp-3 min-w-0 whitespace-pre-wrap">{text}</dd>
            </div>
          ))}
        </dl>
      )}
    </article>
  );
}

type Year = { year: number; items: TimelineItem[] };

function byYear(items: readonly TimelineItem[]): Year[] {
  const years: Year[] = [];
  for (const item of items) {
    const year = fiscalYearOf(item.day);
    const last = years.at(-1);
    if (last?.year === year) last.items.push(item);
    else years.push({ year, items: [item] });
  }
  return years;
}

function yearWords(year: number): string {
  return `${formatWareki(`${year}-04-01`).replace(/年.*$/u, '')}年度`;
}
