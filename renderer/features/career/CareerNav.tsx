import { useLocation } from 'react-router';
import { loadCareerStanding } from '../../data/career-plan-queries';
import { useLiveQuery } from '../../data/use-live-query';
import { localToday } from '../../platform/local-time';
import { TabLinks } from '../../ui/TabLinks';

/** The pages of a career: my own, and those of my people where there are any. */
export function CareerNav() {
  const { pathname } = useLocation();
  const standing = useLiveQuery(
    (store) => Promise.resolve(loadCareerStanding(store, localToday())),
    [],
  );
  const supervises = standing.state === 'ready' && standing.value.supervises;
  const heads = standing.state === 'ready' && standing.value.heads;
  return (
    <TabLinks
      label="キャリアのページ"
      current={pathname}
      pages={[
        { href: '/career', name: 'キャリアプラン' },
        { href: '/career/request', name: '配属希望申告' },
        { href: '/career/posts', name: '職歴' },
        ...(supervises
          ? [
              { href: '/career/people', name: '部下のキャリア' },
              { href: '/career/requests', name: '所属長意見' },
            ]
          : []),
        ...(heads ? [{ href: '/career/needs', name: '人材配置の要求' }] : []),
      ]}
    />
  );
}
