import { memo } from 'react';
import { TabLinks } from '../../ui/TabLinks';
import { TextLink } from '../../ui/TextLink';

type SheetTabsProps = {
  sheetId: string;
  /** Whose sheet it is. */
  staffId: string;
  current: 'sheet' | 'interviews';
  /** The person herself, and her result is disclosed. */
  mayAppeal: boolean;
  /** In a line with other things. */
  inline?: boolean;
};

/** What there is about one sheet beside the sheet itself. */
export const SheetTabs = memo(function SheetTabs({
  sheetId,
  staffId,
  current,
  mayAppeal,
  inline = false,
}: SheetTabsProps) {
  const pages = [
    { href: `/sheets/${sheetId}`, name: 'シート' },
    { href: `/sheets/${sheetId}/interviews`, name: '評価者面談' },
    { href: `/people/${staffId}`, name: 'これまで' },
  ];
  return (
    <div className={inline ? 'flex flex-wrap items-center gap-x-4' : 'flex flex-col gap-1.5'}>
      <TabLinks
        label="シートのページ"
        current={pages[current === 'sheet' ? 0 : 1]?.href ?? ''}
        pages={pages}
        inline={inline}
      />
      {mayAppeal && (
        <p className="text-sm">
          <TextLink href={`/sheets/${sheetId}/appeal`} className="font-normal">
            結果に不服があるとき
          </TextLink>
        </p>
      )}
    </div>
  );
});
