namespace PaymentCrypto.ModuleTests.Support;

/// <summary>A session that serves a store, and another that uses it as AWS.</summary>
internal sealed class EndpointSession : IDisposable
{
    /// <param name="store">The store to serve; null for one in memory.</param>
    /// <param name="arguments">More arguments of Start-PcEndpoint.</param>
    /// <param name="prepare">What comes before, such as variables that the arguments name.</param>
    public EndpointSession(string? store, string arguments = "", Action<ModuleSession>? prepare = null)
    {
        Server = new ModuleSession(store);
        prepare?.Invoke(Server);
        if (store is null)
        {
            Server.Run("Set-PcProvider -InMemory").Succeed();
        }

        Url = Server.Run($"(Start-PcEndpoint -PassThru {arguments}).Url").Text();
        Client = new ModuleSession();
        Client.Set("url", Url);
    }

    public ModuleSession Server { get; }

    public ModuleSession Client { get; }

    public string Url { get; }

    /// <summary>Lets the client use the endpoint with keys of the endpoint's own account.</summary>
    public EndpointSession Connect(string more = "")
    {
        Client.Run($"Set-PcProvider Aws -EndpointUrl $url -Region us-east-1 -AccessKey 111122223333 -SecretKey any {more}").Succeed();
        return this;
    }

    public void Dispose()
    {
        Client.Dispose();
        Server.Dispose();
    }
}
