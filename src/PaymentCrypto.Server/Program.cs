using PaymentCrypto.Hosting.Services;
using PaymentCrypto.Server.Commands;
using PaymentCrypto.Server.Native;

NativeHeap.Share();
if (ServeCommand.IsInMemory(args))
{
    // Beside the reading of the command line. What goes wrong with it shows itself to who opens the store.
    _ = Task.Run(static () =>
    {
        SqliteLibrary.LookBesideProgram();
        LocalService.PrepareStoreInMemory();
    });
}

return await PaymentCryptoCommand.RunAsync(args, Console.Out, Console.Error, Environment.GetEnvironmentVariable).ConfigureAwait(false);
