namespace PaymentCrypto.StoreWorker;

/// <summary>Tells the test what the engine has acknowledged.</summary>
internal static class Acknowledge
{
    /// <summary>Writes one line, at once.</summary>
    public static void Line(string? text)
    {
        Console.Out.WriteLine(text);
        Console.Out.Flush();
    }
}
