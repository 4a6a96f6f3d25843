using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Local;
using PaymentCrypto.StoreWorker;

// Arguments: the store's directory; how often to work (0: until killed); what to make: tokens (the default), keys, aliases, "rotate" for other master keys, or
// "stop" to disable the key that follows; "serve" does what standard input says;
// for aliases, the worker's number. "backup" and "restore" replace the file that follows, or the store by it. Every line on standard output is something that
// the engine has acknowledged.
string directory = args[0];
int count = int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture);
string work = args.Length > 2 ? args[2] : "tokens";
int number = work == "aliases" && args.Length > 3 ? int.Parse(args[3], System.Globalization.CultureInfo.InvariantCulture) : 0;
LocalEngineOptions options = new()
{
    Directory = directory,
    BusyTimeout = TimeSpan.FromSeconds(60),
    // Some tests let it work for as long as something else takes.
    Quotas = new ServiceQuotas { Keys = int.MaxValue, Aliases = int.MaxValue },
    // Every other alias worker lives in the future, where the keys that its neighbours delete are due.
    TimeProvider = new MovedClock(TimeSpan.FromDays(work == "aliases" && number % 2 == 1 ? 10 : 0)),
};
try
{
    if (work is "backup" or "restore")
    {
        Action<LocalEngineOptions, string> care = work == "backup" ? CareWork.Backup : CareWork.Restore;
        for (int done = 0; count == 0 || done < count; done++)
        {
            care(options, args[3]);
        }

        return 0;
    }

    using ILocalEngine engine = work == "serve" ? ServeWork.Open(options) : new LocalEngineFactory().Open(options);
    if (work == "serve")
    {
        await new ServeWork(engine).RunAsync();
        return 0;
    }

    IPaymentCryptography service = engine.ForScope(new AccountScope(AccountScope.DefaultAccountId, AccountScope.DefaultRegion));
    Func<int, Task> step = work switch
    {
        "keys" => new KeyWork(service).StepAsync,
        "aliases" => new AliasWork(service, number).StepAsync,
        "read" => new ReadWork(service).StepAsync,
        "rotate" => new RotationWork(service).StepAsync,
        "stop" => async _ =>
            Acknowledge.Line((await service.SendAsync(new StopKeyUsageRequest { KeyIdentifier = args[3] }, CancellationToken.None)).Key!.KeyArn!),
        _ => new TokenWork(service).StepAsync,
    };
    for (int made = 0; count == 0 || made < count; made++)
    {
        await step(made);
    }

    return 0;
}
catch (PaymentCryptographyException e)
{
    Console.Out.WriteLine($"{e.ErrorId}: {e.Message}");
    return 1;
}
