import type { Post } from '../../../shared/domain/career/post';
import {
  GROWTH_YEARS,
  monthsOf,
  monthsWords,
  STEP_YEARS,
} from '../../../shared/domain/career/post-history';

type PostTimelineProps = { posts: readonly Post[]; since: string; today: string };

const steps = [1, 2, 3].map((number) => number * STEP_YEARS);

/**
 * The posts on one line of time, with the first twelve years and their steps of four drawn in.
 * The table below it says the same, also to screen readers.
 */
export function PostTimeline({ posts, since, today }: PostTimelineProps) {
  const whole = Math.max(GROWTH_YEARS * 12, monthsOf(since, today) + 6);
  const at = (months: number) => `${(Math.min(whole, Math.max(0, months)) / whole) * 100}%`;
  const lanes = [
    posts.filter(({ concurrent }) => !concurrent),
    posts.filter((one) => one.concurrent),
  ];
  return (
    <div aria-hidden="true" className="relative pt-6 pb-1 text-xs">
      <div
        className="absolute inset-y-0 left-0 rounded-4 bg-key-50"
        style={{ width: at(GROWTH_YEARS * 12) }}
      />
      {steps.map((years) => (
        <div
          key={years}
          className="absolute inset-y-0 border-l-2 border-dashed border-solid-gray-600"
          style={{ left: at(years * 12) }}
        >
          <span className="absolute top-0 right-1 whitespace-nowrap text-solid-gray-700">
            {years}年
          </span>
        </div>
      ))}
      <div
        className="absolute inset-y-0 z-10 border-l-2 border-key-900"
        style={{ left: at(monthsOf(since, today)) }}
      >
        <span className="absolute top-0 left-1 font-bold whitespace-nowrap text-key-900">今日</span>
      </div>
      {lanes
        .filter((lane) => lane.length > 0)
        .map((lane, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: there are two lanes at most
          <div key={index} className="relative mb-1 h-11">
            {lane.map((post) => {
              const from = post.from < since ? 0 : monthsOf(since, post.from);
              const end = post.to === null || post.to > today ? today : post.to;
              const length = monthsOf(post.from, end);
              return (
                <div
                  key={post.id}
                  className="absolute inset-y-0 overflow-hidden rounded-4 border border-key-900 bg-white px-1.5 leading-tight"
                  style={{ left: at(from), width: at(length) }}
                >
                  <span className="block truncate pt-1 font-bold">
                    {post.unitName.split(' ').at(-1)}
                  </span>
                  <span className="block truncate">{monthsWords(length)}</span>
                </div>
              );
            })}
          </div>
        ))}
    </div>
  );
}
