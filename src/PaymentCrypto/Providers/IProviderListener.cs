namespace PaymentCrypto.Providers;

/// <summary>Whoever has started an operation and hears what the provider says, or is asked, in the middle of it. Called on the pipeline thread.</summary>
internal interface IProviderListener
{
    /// <summary>Hears a message.</summary>
    void Hear(string message);

    /// <summary>Is asked for the one-time code of a multi-factor device.</summary>
    /// <param name="device">The device's serial number or ARN.</param>
    /// <returns>The code as typed.</returns>
    string AskOneTimeCode(string device);
}
