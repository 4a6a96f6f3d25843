namespace PaymentCrypto.Local.Exchange;

/// <summary>
/// How a caller of TR-34 names the RSA key on the service's side: by a token, or by a key pair with a certificate of the caller's own authority.
/// </summary>
internal sealed record Tr34KeyChoice
{
    /// <summary>A direction of tokens. It begins the name of the token's member.</summary>
    public required string Direction { get; init; }

    /// <summary>What the key does, <c>Wrapping</c> or <c>Signing</c>. It begins the names of the pair's members.</summary>
    public required string Role { get; init; }

    /// <summary>The usage that a pair must have.</summary>
    public required string Usage { get; init; }

    /// <summary>The token, if one was given.</summary>
    public required string? Token { get; init; }

    /// <summary>The pair, if one was given.</summary>
    public required string? Identifier { get; init; }

    /// <summary>The pair's certificate, if one was given: base64 of PEM.</summary>
    public required string? Certificate { get; init; }
}
