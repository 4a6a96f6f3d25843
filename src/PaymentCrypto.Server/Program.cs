using PaymentCrypto.Server.Commands;

return await PaymentCryptoCommand.RunAsync(args, Console.Out, Console.Error, Environment.GetEnvironmentVariable).ConfigureAwait(false);
