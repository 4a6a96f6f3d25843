// Ten lines of the AWS SDK for JavaScript on PaymentCrypto: start `paymentcrypto serve`, set the variables that it prints, and run this file.
//   npm install @aws-sdk/client-payment-cryptography
import { PaymentCryptographyClient, CreateKeyCommand, GetKeyCommand } from '@aws-sdk/client-payment-cryptography';

const keys = new PaymentCryptographyClient({});
const made = await keys.send(new CreateKeyCommand({
  Exportable: false,
  KeyAttributes: {
    KeyUsage: 'TR31_P0_PIN_ENCRYPTION_KEY', KeyClass: 'SYMMETRIC_KEY', KeyAlgorithm: 'AES_128',
    KeyModesOfUse: { Encrypt: true, Decrypt: true, Wrap: true, Unwrap: true },
  },
}));
const found = await keys.send(new GetKeyCommand({ KeyIdentifier: made.Key.KeyArn }));
console.log('The same key:', found.Key.KeyCheckValue === made.Key.KeyCheckValue);
