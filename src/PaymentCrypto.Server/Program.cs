using PaymentCrypto.Server.Commands;

return await PaymentCryptoCommand.RunAsync(args).ConfigureAwait(false);
