import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { Link, useLocation, useSearchParams } from 'react-router';
import { formatWareki } from '../../../shared/domain/period/wareki';
import { wordsOf } from '../../../shared/domain/search/find-words';
import {
  type TextKind,
  textKindLabels,
  textKindSchema,
  textKinds,
} from '../../../shared/domain/search/text-document';
import type { TextFilter } from '../../../shared/domain/search/text-index';
import { foldForSearch } from '../../../shared/domain/text/fold-for-search';
import { listPeriods, loadIdentity } from '../../data/queries';
import { useStore } from '../../data/store-context';
import type { SearchPerson } from '../../data/text-engine';
import type { TextHit } from '../../data/text-hits';
import { listSearchPeople } from '../../data/text-search';
import { useLiveQuery } from '../../data/use-live-query';
import { problemOf } from '../../platform/problem';
import { stateOfFound } from '../../state/found-place';
import { Badge } from '../../ui/Badge';
import { Button } from '../../ui/Button';
import { CheckChips } from '../../ui/CheckChips';
import { CheckField } from '../../ui/CheckField';
import { pressedKey } from '../../ui/composition';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { MarkedText } from '../../ui/MarkedText';
import { ProgressBar } from '../../ui/ProgressBar';
import { SearchSelect } from '../../ui/SearchSelect';
import { SelectField } from '../../ui/SelectField';
import { TextField } from '../../ui/TextField';
import { progressWords, type TextSearch, useTextSearch } from './use-text-search';

/** As many as are read at a glance; the button below brings as many again. */
const SHOWN = 50;
const ANYBODY = 'anybody';
/** Marks an address that this page has made itself. */
const OWN = 'search';

/** Finds what was written: sheets, logs, interviews, talks and notes that I may read. */
export function SearchPage() {
  const identity = useLiveQuery(loadIdentity, []);
  if (identity.state === 'failed') return <ErrorNotice problem={problemOf(identity.error)} />;
  if (identity.state === 'loading') return null;
  // Another person's hits are never in sight, not even for a moment.
  return <Search key={identity.value.staffId} />;
}

function Search() {
  const [address, setAddress] = useSearchParams();
  const { state } = useLocation();
  // Not in the address: no way back leads to 相談 again.
  const [confidential, setConfidential] = useState(false);
  const asked = useMemo(() => askedIn(address, confidential), [address, confidential]);
  const [typed, setTyped] = useState(asked.typed);
  const [limit, setLimit] = useState(SHOWN);
  const { filter } = asked;
  const isAsked = wordsOf(asked.typed).length > 0;
  const search = useTextSearch(isAsked ? { typed: asked.typed, filter, limit } : null);
  const list = useRef<HTMLUListElement>(null);

  function ask(change: Partial<TextFilter>, text = asked.typed) {
    setLimit(SHOWN);
    const next = addressOf({ typed: text, filter: { ...filter, ...change } });
    setAddress(next, { replace: true, state: OWN });
  }

  // Another way led here with other words; what she types herself is in the box already.
  useEffect(() => {
    if (state !== OWN) setTyped(asked.typed);
  }, [state, asked.typed]);

  function moveInto(event: KeyboardEvent) {
    if (pressedKey(event.nativeEvent) !== 'ArrowDown') return;
    const first = list.current?.querySelector('a');
    if (first === null || first === undefined) return;
    event.preventDefault();
    first.focus();
  }

  return (
    <div className="page-width flex flex-col gap-4">
      <h1 className="text-2xl font-bold">文章を探す</h1>
      <search aria-label="探す言葉と条件" className="flex flex-col gap-4">
        <TextField
          label="探す言葉"
          description="言葉の一部で探せます。空白で区切ると、全部の言葉がある文章を探します。漢字（髙・高）、かな、全角・半角の違いは区別しません。"
          value={typed}
          onChange={setTyped}
          onSettled={(text) => ask({}, text)}
          onKeyDown={moveInto}
          autoFocus
        />
        <div className="grid grid-cols-1 items-start gap-4 min-[1000px]:grid-cols-[minmax(0,1fr)_15rem_14rem]">
          <CheckChips
            label="種類（えらばなければ全部）"
            chips={textKinds.map((kind) => ({ id: kind, label: textKindLabels[kind] }))}
            chosen={filter.kinds}
            onChange={(chosen) => ask({ kinds: kindsOf(chosen) })}
          />
          <PersonFilter
            staffId={filter.staffId}
            ready={search.progress === null}
            onChange={(staffId) => ask({ staffId })}
          />
          <PeriodFilter periodId={filter.periodId} onChange={(periodId) => ask({ periodId })} />
        </div>
        <CheckField
          label="相談・職場復帰支援の面談も探す"
          description="ふだんは探しません。この画面を離れると、また探さなくなります。"
          checked={filter.confidential}
          onChange={setConfidential}
        />
      </search>
      <Progress search={search} />
      {search.error !== null && <ErrorNotice problem={problemOf(search.error)} />}
      <p role="status" className="text-sm text-solid-gray-700">
        {isAsked ? countWords(search) : ''}
      </p>
      {search.answer !== null && search.answer.hits.length > 0 && (
        <>
          <HitList hits={search.answer.hits} typed={asked.typed} list={list} />
          {search.answer.more && (
            <div>
              <Button onPress={() => setLimit(limit + SHOWN)}>続きを表示する</Button>
            </div>
          )}
        </>
      )}
      {!isAsked && <Beginning />}
      {isAsked && search.current && search.answer?.hits.length === 0 && (
        <NothingFound
          typed={asked.typed}
          filtered={filter.kinds.length > 0 || filter.staffId !== null || filter.periodId !== null}
          onClear={() => ask({ kinds: [], staffId: null, periodId: null })}
        />
      )}
    </div>
  );
}

function HitList({
  hits,
  typed,
  list,
}: {
  hits: readonly TextHit[];
  typed: string;
  list: React.RefObject<HTMLUListElement | null>;
}) {
  const words = wordsOf(typed);

  function move(event: KeyboardEvent<HTMLUListElement>) {
    const step = steps[pressedKey(event.nativeEvent) ?? ''];
    const links: Element[] = [...event.currentTarget.querySelectorAll('a')];
    const at = document.activeElement === null ? -1 : links.indexOf(document.activeElement);
    if (step === undefined || at === -1) return;
    event.preventDefault();
    const next = links[Math.max(0, Math.min(links.length - 1, at + step))];
    if (next instanceof HTMLElement) next.focus();
  }

  return (
    <ul ref={list} aria-label="見つかった文章" className="flex flex-col gap-2" onKeyDown={move}>
      {hits.map((hit) => (
        <li key={hit.key}>
          <Link
            to={hit.href}
            state={stateOfFound({ words, partId: hit.partId, inLog: hit.kind === 'goalLog' })}
            className="focus-ring flex flex-col gap-1 rounded-12 border border-solid-gray-600 bg-white px-5 py-3 hover:bg-key-50"
          >
            <span className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-solid-gray-700">
              <Badge tone="info">{textKindLabels[hit.kind]}</Badge>
              {hit.person !== '' && (
                <span className="font-bold text-solid-gray-900">{hit.person}</span>
              )}
              <span>{hit.place}</span>
              <span className="ml-auto">{formatWareki(hit.day)}</span>
            </span>
            <span>
              {hit.label !== '' && (
                <span className="mr-2 text-sm text-solid-gray-700">{hit.label}</span>
              )}
              <MarkedText pieces={hit.snippet} />
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

const steps: Readonly<Record<string, number | undefined>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 6,
  PageUp: -6,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

type PersonFilterProps = {
  staffId: string | null;
  /** Asked again once the index tells of everything. */
  ready: boolean;
  onChange: (staffId: string | null) => void;
};

function PersonFilter({ staffId, ready, onChange }: PersonFilterProps) {
  const store = useStore();
  const [people, setPeople] = useState<readonly SearchPerson[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: see `ready`
  useEffect(() => {
    let live = true;
    listSearchPeople(store)
      .then((found) => live && setPeople(found))
      // The search itself says what is wrong.
      .catch(() => undefined);
    return () => {
      live = false;
    };
  }, [store, ready]);
  const options = [{ id: ANYBODY, label: 'すべての人', detail: '' }, ...people];
  return (
    <SearchSelect
      // What it shows is looked up once; the people come later.
      key={people.length}
      label="人"
      options={options}
      value={staffId ?? ANYBODY}
      matches={({ label, detail }, text) =>
        foldForSearch(`${label} ${detail}`).includes(foldForSearch(text))
      }
      onChange={(id) => onChange(id === ANYBODY ? null : id)}
    />
  );
}

type PeriodFilterProps = { periodId: string | null; onChange: (periodId: string | null) => void };

function PeriodFilter({ periodId, onChange }: PeriodFilterProps) {
  const periods = useLiveQuery(listPeriods, []);
  return (
    <SelectField
      label="評価期間"
      options={[
        { value: '', label: 'すべての期間' },
        ...(periods.state === 'ready'
          ? periods.value.map(({ id, name }) => ({ value: id, label: name }))
          : []),
      ]}
      value={periodId ?? ''}
      onChange={(value) => onChange(value === '' ? null : value)}
    />
  );
}

function Progress({ search: { progress } }: { search: TextSearch }) {
  if (progress === null) return null;
  return (
    <ProgressBar
      label="文章の索引"
      value={progress.read}
      maximum={progress.total}
      valueLabel={`${progressWords(progress)}。できたところまでを探しています。このまま使えます。`}
      className="max-w-xl"
    />
  );
}

function Beginning() {
  return (
    <div className="flex flex-col gap-2 rounded-12 border border-dashed border-solid-gray-400 bg-white p-6">
      <p>探す言葉を入れてください。書いたこと、話したことの中から探します。</p>
      <ul className="list-disc pl-5 text-sm text-solid-gray-700">
        <li>
          探すのは、あなたが読める文章だけです。個人目標、取組の記録、シートの記入、評価者面談、1on1・面談、自分の職務行動記録の中を探します。
        </li>
        <li>まだ開示や提出をされていない評価と、ほかの人のメモや記録は、件数にも出ません。</li>
        <li>職員、画面、操作は Ctrl+K で探せます。</li>
      </ul>
    </div>
  );
}

type NothingFoundProps = { typed: string; filtered: boolean; onClear: () => void };

function NothingFound({ typed, filtered, onClear }: NothingFoundProps) {
  return (
    <div className="flex flex-col items-start gap-3 rounded-12 border border-dashed border-solid-gray-400 bg-white p-6">
      <p>「{typed}」のある文章は、読める範囲では見つかりませんでした。</p>
      <p className="text-sm text-solid-gray-700">
        短い言葉にするか、別の書き方（窓口・カウンターなど）でためしてください。
      </p>
      {filtered && <Button onPress={onClear}>条件を消して探す</Button>}
    </div>
  );
}

function countWords({ answer, current, error }: TextSearch): string {
  if (error !== null) return '';
  if (answer === null || !current) return '探しています';
  return answer.more ? `${answer.hits.length} 件より多くあります` : `${answer.hits.length} 件`;
}

type Asked = { typed: string; filter: TextFilter };

/** What is asked stands in the address, so that the way back leads to it. */
function askedIn(address: URLSearchParams, confidential: boolean): Asked {
  return {
    typed: address.get('q') ?? '',
    filter: {
      kinds: kindsOf(address.getAll('kind')),
      staffId: address.get('person'),
      periodId: address.get('period'),
      confidential,
    },
  };
}

function addressOf({ typed, filter }: Asked): URLSearchParams {
  const address = new URLSearchParams();
  if (typed !== '') address.set('q', typed);
  for (const kind of filter.kinds) address.append('kind', kind);
  if (filter.staffId !== null) address.set('person', filter.staffId);
  if (filter.periodId !== null) address.set('period', filter.periodId);
  return address;
}

function kindsOf(values: readonly string[]): TextKind[] {
  return values.flatMap((value) => {
    const kind = textKindSchema.safeParse(value);
    return kind.success ? [kind.data] : [];
  });
}
