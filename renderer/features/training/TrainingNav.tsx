import { useLocation } from 'react-router';
import { TabLinks } from '../../ui/TabLinks';

/** The pages of 研修 as somebody has them. */
export function TrainingNav({ heads }: { heads: boolean }) {
  const { pathname } = useLocation();
  const pages = [
    { href: '/training', name: '募集と申込み' },
    { href: '/training/records', name: '研修の記録' },
    { href: '/training/ojt', name: 'OJT計画' },
    { href: '/training/hand-down', name: '継承' },
    { href: '/training/person-record', name: '人材育成記録' },
    ...(heads ? [{ href: '/training/people', name: '職員の研修' }] : []),
  ];
  return <TabLinks label="研修のページ" current={pathname} pages={pages} />;
}

/** The pages of 研修 as 職員課 has them. */
export function HrTrainingNav() {
  const { pathname } = useLocation();
  const pages = [
    { href: '/hr/training', name: '計画と募集' },
    { href: '/hr/training/applications', name: '申込みの決定' },
    { href: '/hr/training/totals', name: '受講の集計' },
  ];
  return <TabLinks label="研修の計画のページ" current={pathname} pages={pages} />;
}
