import { type KeyboardEvent, useRef, useState } from 'react';
import { dayLater } from '../../../shared/domain/period/day-steps';
import { formatWarekiYear, formatWithWeekday } from '../../../shared/domain/period/wareki';
import { calendarEntries, monthLater, monthWeeks } from '../../../shared/domain/talk/talk-calendar';
import { isConfidential } from '../../../shared/domain/talk/talk-rules';
import { talkKindLabels } from '../../../shared/domain/talk/talk-words';
import { bytesToBase64 } from '../../data/base64';
import type { TalkLine } from '../../data/talk-ground';
import { loadTalkOverview } from '../../data/talk-overview-queries';
import { useLiveQuery } from '../../data/use-live-query';
import { desktopApi } from '../../platform/desktop-api';
import { localToday } from '../../platform/local-time';
import { problemOf } from '../../platform/problem';
import { notify, notifyProblem } from '../../state/notifications';
import { Button } from '../../ui/Button';
import { CheckField } from '../../ui/CheckField';
import { classNames } from '../../ui/class-names';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Spinner } from '../../ui/Spinner';
import { TextLink } from '../../ui/TextLink';
import { TalkNav } from './TalkNav';
import { othersWords } from './talk-line-words';

const weekdays = ['日', '月', '火', '水', '木', '金', '土'];

/** My talks of one month, and the way into another calendar. */
export function TalkCalendarPage() {
  const overview = useLiveQuery(loadTalkOverview, []);
  const [month, setMonth] = useState(() => localToday().slice(0, 7));
  if (overview.state === 'loading') return <Spinner label="予定表を開いています" />;
  if (overview.state === 'failed') return <ErrorNotice problem={problemOf(overview.error)} />;
  const mine = overview.value.talks.filter(
    ({ role, state }) => isMine(role) && state !== 'cancelled',
  );
  const ofMonth = mine.filter(({ on }) => on?.startsWith(month) === true);
  return (
    <div className="page-width flex flex-col gap-4">
      <TalkNav current="/one-on-ones/calendar" />
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h1 aria-live="polite" className="text-2xl font-bold">
          {monthWords(month)}
        </h1>
        <div className="flex flex-wrap gap-2">
          <Button size="small" onPress={() => setMonth(monthLater(month, -1))}>
            前の月
          </Button>
          <Button size="small" onPress={() => setMonth(localToday().slice(0, 7))}>
            今月
          </Button>
          <Button size="small" onPress={() => setMonth(monthLater(month, 1))}>
            次の月
          </Button>
        </div>
      </div>
      <MonthGrid month={month} talks={ofMonth} onMonth={setMonth} />
      <ExportCalendar month={month} talks={ofMonth} />
    </div>
  );
}

function isMine(role: TalkLine['role']): boolean {
  return role === 'person' || role === 'host' || role === 'formerHost';
}

function monthWords(month: string): string {
  return `${formatWarekiYear(`${month}-01`)}${Number(month.slice(5))}月の予定`;
}

type MonthGridProps = {
  month: string;
  talks: readonly TalkLine[];
  onMonth: (month: string) => void;
};

/** One day of it can be reached by Tab; arrows go on from there, also into the next month. */
function MonthGrid({ month, talks, onMonth }: MonthGridProps) {
  const table = useRef<HTMLTableElement>(null);
  const today = localToday();
  const [focused, setFocused] = useState(today);
  const weeks = monthWeeks(month);
  const reachable =
    weeks.flat().includes(focused) && focused.startsWith(month) ? focused : `${month}-01`;

  function go(event: KeyboardEvent, day: string) {
    const steps: Readonly<Record<string, number>> = {
      ArrowLeft: -1,
      ArrowRight: 1,
      ArrowUp: -7,
      ArrowDown: 7,
    };
    const step = steps[event.key];
    if (step === undefined || event.target !== event.currentTarget) return;
    event.preventDefault();
    const next = dayLater(day, step);
    setFocused(next);
    if (!next.startsWith(month)) onMonth(next.slice(0, 7));
    requestAnimationFrame(() => {
      table.current?.querySelector<HTMLElement>(`[data-day="${next}"]`)?.focus();
    });
  }

  return (
    <table
      ref={table}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: its days are gone through by arrows
      role="grid"
      aria-label={monthWords(month)}
      className="w-full table-fixed border-collapse bg-white text-sm"
    >
      <thead>
        <tr>
          {weekdays.map((weekday) => (
            <th
              key={weekday}
              scope="col"
              className="border border-solid-gray-200 bg-solid-gray-50 py-1 font-normal"
            >
              {weekday}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]}>
            {week.map((day) => (
              <td
                key={day}
                data-day={day}
                tabIndex={day === reachable ? 0 : -1}
                {...(day === today ? { 'aria-current': 'date' as const } : {})}
                onKeyDown={(event) => go(event, day)}
                onFocus={() => setFocused(day)}
                className={classNames(
                  'focus-ring h-24 border border-solid-gray-200 p-1.5 align-top',
                  day === today && 'bg-key-50',
                )}
              >
                <span className="sr-only">
                  {formatWithWeekday(day)}
                  {talksOn(day, talks).length === 0 && '　予定なし'}
                </span>
                <span
                  aria-hidden
                  className={classNames(
                    'text-xs',
                    day.startsWith(month) ? 'font-bold' : 'text-solid-gray-600',
                  )}
                >
                  {Number(day.slice(8))}
                </span>
                <ul className="flex flex-col gap-0.5">
                  {talksOn(day, talks).map((line) => (
                    <li key={line.id} className="truncate">
                      <TextLink href={`/one-on-ones/${line.id}`} className="font-normal">
                        {entryWords(line)}
                      </TextLink>
                    </li>
                  ))}
                </ul>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function talksOn(day: string, talks: readonly TalkLine[]): TalkLine[] {
  return talks
    .filter(({ on }) => on === day)
    .toSorted((left, right) => (left.at ?? '').localeCompare(right.at ?? ''));
}

/** Seen over a shoulder, a talk that stays between two is a time and nothing else. */
function entryWords(line: TalkLine): string {
  const what = isConfidential(line.kind)
    ? '予定'
    : `${talkKindLabels[line.kind]} ${othersWords(line)}`;
  return `${line.at ?? ''} ${what}`.trim();
}

function ExportCalendar({ month, talks }: { month: string; talks: readonly TalkLine[] }) {
  const [confidential, setConfidential] = useState(false);
  const withNames = talks.map((line) => ({
    ...line,
    otherNames: line.others.map(({ name }) => name),
  }));
  const entries = calendarEntries(withNames, { confidential });
  const hasClosed = talks.some(({ kind }) => isConfidential(kind));

  async function write() {
    try {
      const { writeCalendarFile } = await import('./calendar-file');
      const text = writeCalendarFile(entries, new Date());
      const saved = await desktopApi.documents.saveTable({
        purpose: 'talk',
        kind: 'ics',
        suggestedName: `1on1_${month}`,
        bytes: bytesToBase64(new TextEncoder().encode(text)),
      });
      if (saved.outcome === 'saved') {
        notify({ tone: 'success', title: `${saved.file.fileName} に書き出しました` });
      }
    } catch (error) {
      notifyProblem(problemOf(error));
    }
  }

  return (
    <div className="flex flex-col items-start gap-2">
      {hasClosed && (
        <CheckField
          label="相談などの予定も書き出す"
          checked={confidential}
          description="名前も種類も書かず、「予定」とだけ書き出します。"
          onChange={setConfidential}
        />
      )}
      <Button isDisabled={entries.length === 0} onPress={() => void write()}>
        この月の予定を書き出す（.ics）
      </Button>
      <p className="text-sm text-solid-gray-700">
        Outlookなどで開けます。日時と「1on1」などの種類、相手の名前だけが入り、話の内容は入りません。
      </p>
    </div>
  );
}
