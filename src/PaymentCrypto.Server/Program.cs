using PaymentCrypto.Server.Commands;
using PaymentCrypto.Server.Native;

NativeHeap.Share();

// Beside the reading of the command line. Were it late, SQLite would be found all the same.
_ = Task.Run(SqliteLibrary.LookBesideProgram);
return await PaymentCryptoCommand.RunAsync(args, Console.Out, Console.Error, Environment.GetEnvironmentVariable).ConfigureAwait(false);
