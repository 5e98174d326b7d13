interface Report {
  to: string;
  action?: string;
  reportType?: string;
  /** Null leaves the words of the server out. */
  diagnostic?: string | null;
}

const UNKNOWN = 'smtp; 550 5.1.1 <lena@agency.example>: User unknown in\r\n    virtual mailbox table';

/** A delivery status notification as Postfix writes one. */
export const aBounce = ({
  to,
  action = 'failed',
  reportType = 'delivery-status',
  diagnostic = UNKNOWN,
}: Report) =>
  [
    'From: MAILER-DAEMON@mx.agency.example (Mail Delivery System)',
    `To: ${to}`,
    'Subject: Undelivered Mail Returned to Sender',
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    `Content-Type: multipart/report; report-type=${reportType}; boundary="parts"`,
    '',
    '--parts',
    'Content-Type: text/plain; charset=us-ascii',
    '',
    'I am sorry to have to inform you that your message could not be delivered.',
    '--parts',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.agency.example',
    '',
    'Final-Recipient: rfc822; lena@agency.example',
    `Action: ${action}`,
    'Status: 5.1.1',
    ...(diagnostic === null ? [] : [`Diagnostic-Code: ${diagnostic}`]),
    '',
    '--parts',
    'Content-Type: message/rfc822',
    '',
    'Subject: Mia Berg shared something with you',
    '',
    'The mail itself.',
    '--parts--',
    '',
  ].join('\r\n');
