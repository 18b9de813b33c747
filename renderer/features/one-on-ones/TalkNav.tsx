import { TabLinks } from '../../ui/TabLinks';

const pages = [
  { href: '/one-on-ones', name: '相手と予定' },
  { href: '/one-on-ones/calendar', name: '月の予定表' },
] as const;

/** The pages of 1on1. */
export function TalkNav({ current }: { current: (typeof pages)[number]['href'] }) {
  return <TabLinks label="1on1のページ" current={current} pages={pages} />;
}
